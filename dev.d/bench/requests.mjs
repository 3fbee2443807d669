// What the automatic steps ask of the services, by practice's log of requests.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import http from "node:http";
import https from "node:https";
import { join } from "node:path";
import { line, place, run, start, stop } from "./processes.mjs";

export const LATENCY_MS = 100;
const CHAIN_RUNS = 3;
const ENTRA_RUNS = 5;
const MARK = "/bench";
export const HOSTS = ["login", "graph"];
const MADE = ["application", "service-principal", "client-secret"];
const PROOF = ["client-secret-proof"];

/** A certificate for this machine that is trusted as it is, made once. The real hosts are reached by https and so speak HTTP/2. */
class Certificate {
  static made;

  static get() {
    return (Certificate.made ??= new Certificate());
  }

  constructor() {
    this.cert = join(place, "cert.pem");
    this.key = join(place, "key.pem");
    const subject = ["-subj", "/CN=Liaison bench", "-addext", "subjectAltName=IP:127.0.0.1", "-addext", "basicConstraints=critical,CA:FALSE", "-days", "2"];
    const key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout", this.key];
    execFileSync("openssl", ["req", "-x509", ...key, "-out", this.cert, ...subject], { stdio: "ignore" });
  }
}

/** Practice, and a command line with a home of its own that has a setup named `s` on it. */
export class Desk {
  static count = 0;

  static async open(seats, latency, { scene = "ready", certificate } = {}) {
    const desk = new Desk();
    desk.ca = certificate && readFileSync(certificate.cert);
    const folder = join(place, `desk-${++Desk.count}`);
    mkdirSync(folder);
    desk.env = {
      LIAISON_HOME: join(folder, "home"),
      LIAISON_IDENTITY: join(folder, "identity"),
      LIAISON_BROWSER: `curl -sL -o /dev/null${certificate ? ` --cacert ${certificate.cert}` : ""}`,
    };
    const tls = certificate ? ["--tls-cert", certificate.cert, "--tls-key", certificate.key] : [];
    const serve = ["practice", "serve", "--auto-approve", "--scene", scene, "--latency-ms", String(latency), ...tls];
    desk.practice = start("liaison", serve, desk.env);
    desk.announced = JSON.parse(await line(desk.practice, /^\{/));
    const { cloud, tenant, instance, set } = desk.announced;
    writeFileSync(join(folder, "cloud.json"), JSON.stringify(cloud));
    await desk.do("identity", "new", desk.env.LIAISON_IDENTITY);
    const answers = Object.entries(set).flatMap(([key, value]) => ["--set", `${key}=${value}`]);
    const where = ["--tenant", tenant, "--instance", instance, "--cloud", join(folder, "cloud.json")];
    if (certificate) where.push("--ca", certificate.cert);
    await desk.do("setup", "create", "s", "--guide", "m365-support", ...where, ...answers);
    for (const seat of seats) await desk.do("sign-in", "s", "--seat", seat, "--with", "browser");
    return desk;
  }

  close() {
    return stop(this.practice);
  }

  async do(...args) {
    const ended = await run("liaison", args, this.env);
    if (ended.code !== 0) throw new Error(`liaison ${args.join(" ")} ended with ${ended.code}\n${ended.out}${ended.err}`);
    return ended;
  }

  /** A request of the bench's own, over a connection of its own, that stands in the log. */
  mark() {
    return get(`${this.announced.cloud.graph}${MARK}`, this.ca);
  }

  /** Times a command; the requests and connections that it made. Which exit code is right depends on what is signed in. */
  async watch(...args) {
    await this.mark();
    const began = performance.now();
    const { out, err, memory } = await run("liaison", args, this.env);
    const wall = performance.now() - began;
    await this.mark();
    const log = JSON.parse(await get(`${this.announced.control}/requests`));
    const [from, to] = log.filter(({ path }) => path === MARK).slice(-2);
    const requests = log.slice(log.indexOf(from) + 1, log.indexOf(to));
    const bad = requests.filter(({ status }) => status === null || status >= 500);
    if (bad.length) throw new Error(`practice refused: ${JSON.stringify(bad)}\n${out}${err}`);
    // Practice numbers every connection, so those between the two marks are the command's.
    const unused = to.connection - from.connection - 1 - connections(requests);
    return { document: parsed(args, out, err), wall, requests, unused, memory };
  }
}

function parsed(args, out, err) {
  try {
    return JSON.parse(out);
  } catch {
    throw new Error(`liaison ${args.join(" ")} printed no document\n${out}${err}`);
  }
}

const connections = (requests) => new Set(requests.map(({ connection }) => connection)).size;

/** Answers of any status, each over a new connection. */
function get(address, ca) {
  return new Promise((done, failed) => {
    const asked = (ca ? https : http).get(address, { agent: false, ca }, async (answer) => {
      try {
        done((await answer.setEncoding("utf8").toArray()).join(""));
      } catch (error) {
        failed(error);
      }
    });
    asked.on("error", failed);
  });
}

/** The steps of these that are not done by the document of a run. */
const open = (document, steps) => document.steps.filter((step) => steps.includes(step.id) && step.state !== "done");

function expectDone(document, steps) {
  const left = open(document, steps);
  if (left.length) throw new Error(`not done: ${JSON.stringify(left)} ${JSON.stringify(document.problem)}`);
}

/** The most requests under way at one time. The log knows milliseconds: one that ended in the same as another began was over. */
function atOnce(requests) {
  const end = ({ started_ms, ended_ms }) => Math.max(ended_ms, started_ms + 1);
  const under = (moment) => requests.filter((request) => request.started_ms <= moment && moment < end(request));
  return Math.max(0, ...requests.map(({ started_ms }) => under(started_ms).length));
}

/** Both seats signed in, and each request slowed down: is time spent on anything but waiting for the services? */
export async function chains() {
  const runs = [];
  for (let turn = 0; turn < CHAIN_RUNS; turn++) {
    const desk = await Desk.open(["entra-admin", "servicenow-admin"], LATENCY_MS);
    try {
      const { document, wall, requests } = await desk.watch("apply", "s", "--yes", "--json");
      expectDone(document, [...MADE, "registry-record"]);
      const longest = longestChain(requests);
      const busy = longest.reduce((sum, request) => sum + request.ended_ms - request.started_ms, 0);
      runs.push({ wall, length: longest.length, busy, requests: requests.length });
    } finally {
      await desk.close();
    }
  }
  return runs;
}

/** The greatest number of requests of which each began when the one before had ended: always the next one to end. */
function longestChain(requests) {
  const taken = [];
  for (const request of [...requests].sort((one, other) => one.ended_ms - other.ended_ms)) {
    if (!taken.length || request.started_ms >= taken.at(-1).ended_ms) taken.push(request);
  }
  return taken;
}

/** Only the Microsoft admin signed in, over https and without latency: what is asked of login and Graph until the secret is proven by use. */
export async function entra() {
  const runs = [];
  for (let turn = 0; turn < ENTRA_RUNS; turn++) {
    const desk = await Desk.open(["entra-admin"], 0, { certificate: Certificate.get() });
    try {
      const commands = [await desk.watch("apply", "s", "--yes", "--json")];
      expectDone(commands[0].document, MADE);
      // Where apply leaves the proof to verify, both are the way to it.
      if (open(commands[0].document, PROOF).length) commands.push(await desk.watch("verify", "s", "--json"));
      expectDone(commands.at(-1).document, PROOF);
      runs.push(commands.map(({ wall, requests, unused }) => {
        const of = (host) => requests.filter(({ service }) => service === host);
        const counted = HOSTS.map((host) => {
          return [host, { requests: of(host).length, connections: connections(of(host)), atOnce: atOnce(of(host)) }];
        });
        return { wall, unused, ...Object.fromEntries(counted) };
      }));
    } finally {
      await desk.close();
    }
  }
  return runs;
}
