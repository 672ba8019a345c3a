import { z } from 'zod';

const part = z.record(z.string(), z.unknown());

/** `fledge sbom --json`: the document itself, which CycloneDX defines. */
export const sbomDocument = z.object({
  $schema: z.string().describe("The URL of CycloneDX's own schema."),
  bomFormat: z.literal('CycloneDX').describe('Always `CycloneDX`.'),
  specVersion: z.literal('1.6').describe('The version of CycloneDX.'),
  version: z.number().describe('Always 1.'),
  serialNumber: z.string().describe('A URN that is the same for the same content.'),
  metadata: part.describe('The artifact, the program that made the document, and the time of the files.'),
  components: z.array(part).optional().describe('The software, sorted.'),
  dependencies: z.array(part).describe('The artifact with all of its components.'),
});
