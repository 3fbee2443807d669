// Liaison's sign-in against an OpenID provider that none of us wrote: `oidc-provider`, certified by the OpenID Foundation, from npm.
// By hand: node dev.d/foreign-openid.mjs. It installs the provider into target/foreign-openid, and plays the person who signs in there.
import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const PROVIDER = "oidc-provider@9.13.3";
const CLIENT = "liaison-check";
const folder = new URL("../target/foreign-openid/", import.meta.url).pathname;

mkdirSync(folder, { recursive: true });
writeFileSync(`${folder}package.json`, JSON.stringify({ private: true }));
execFileSync("npm", ["install", "--no-save", "--no-audit", "--no-fund", "--loglevel=error", PROVIDER], { cwd: folder, stdio: "inherit" });
const { Provider } = await import(pathToFileURL(createRequire(`${folder}package.json`).resolve("oidc-provider")));

const server = await serve();
const issuer = `http://localhost:${server.address().port}`;

async function serve() {
  // The port decides the issuer, so a server has to listen before there is a provider.
  const { createServer } = await import("node:http");
  let handler;
  const server = createServer((request, response) => handler(request, response));
  await new Promise((listening) => server.listen(0, "localhost", listening));
  const provider = new Provider(`http://localhost:${server.address().port}`, {
    clients: [
      {
        client_id: CLIENT,
        token_endpoint_auth_method: "none",
        application_type: "native",
        redirect_uris: ["http://localhost"],
        grant_types: ["authorization_code", "refresh_token", "urn:ietf:params:oauth:grant-type:device_code"],
        response_types: ["code"],
      },
    ],
    features: { deviceFlow: { enabled: true }, devInteractions: { enabled: true } },
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
  });
  handler = provider.callback();
  return server;
}

/** One browser: keeps cookies, follows redirects on the provider, sends forms. */
class Browser {
  cookies = new Map();

  async go(address, body) {
    let url = new URL(address, issuer);
    for (let hops = 0; hops < 20; hops++) {
      const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
      const answer = await fetch(url, {
        method: body ? "POST" : "GET",
        body,
        redirect: "manual",
        headers: url.origin === issuer ? { cookie } : {},
      });
      for (const set of answer.headers.getSetCookie()) {
        const [, name, value] = set.match(/^([^=]+)=([^;]*)/);
        if (value === "") this.cookies.delete(name);
        else this.cookies.set(name, value);
      }
      const to = answer.headers.get("location");
      if (to === null) return { url, page: await answer.text() };
      url = new URL(to, url);
      body = undefined;
    }
    throw new Error("redirected without end");
  }

  /** Sends the page's form, with what is typed into it. */
  send({ url, page }, typed = {}) {
    const fields = new URLSearchParams();
    for (const [tag] of page.matchAll(/<input[^>]*>/g)) {
      const of = (name) => tag.match(new RegExp(`${name}="([^"]*)"`))?.[1];
      if (of("name")) fields.set(of("name"), of("value") ?? "");
    }
    for (const [name, value] of Object.entries(typed)) fields.set(name, value);
    const action = page.match(/<form[^>]*action="([^"]*)"/)?.[1] ?? url.href;
    return this.go(action.replaceAll("&amp;", "&"), fields);
  }

  /** Until no page asks for anything: who it is, and whether they agree. */
  async through(page) {
    while (page.page.includes('name="prompt"')) page = await this.send(page, { login: "ada", password: "any" });
    return page;
  }
}

async function enter(code, address, agrees) {
  const browser = new Browser();
  let page = await browser.go(address);
  page = await browser.send(page, { user_code: code });
  page = await browser.send(page, agrees ? { confirm: "yes" } : { abort: "yes" });
  await browser.through(page);
}

const client = spawn("cargo", ["run", "-q", "-p", "liaison-net", "--example", "foreign_openid", "--", issuer, CLIENT], {
  stdio: ["ignore", "pipe", "inherit"],
});
const ended = new Promise((resolve) => client.on("close", resolve));
let done = false;
for await (const line of createInterface({ input: client.stdout })) {
  const [what, ...rest] = line.split(" ");
  if (what === "open") {
    const browser = new Browser();
    await browser.through(await browser.go(rest[0]));
  } else if (what === "enter" || what === "decline") {
    await enter(rest[0], rest[1], what === "enter");
  } else console.log(line);
  done ||= line === "done";
}
const code = await ended;
server.close();
process.exit(code === 0 && done ? 0 : 1);
