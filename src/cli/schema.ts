import { fledgeTomlJsonSchema } from '../config/json-schema.ts';

/** `fledge schema`: the JSON Schema of fledge.toml on stdout. */
export function schemaCommand(): void {
  process.stdout.write(`${JSON.stringify(fledgeTomlJsonSchema(), null, 2)}\n`);
}
