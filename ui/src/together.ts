// A step with those that the same person does in one go with it.
import type { StepView } from "./gen/api";
import { ask } from "./host";

/** The step's page and those around it, in the guide's order. */
export async function load(setup: string, id: string): Promise<StepView[]> {
  const step = await ask({ do: "step-show", setup, step: id });
  return Promise.all(step.together.map((other) => (other === id ? step : ask({ do: "step-show", setup, step: other }))));
}
