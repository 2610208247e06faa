import type { CodegenConfig } from '@graphql-codegen/cli';

/**
 * Types for TypeScript from the schema files and the sample operations; put your own operations beside them or in their place:
 *   npx graphql-codegen --config schema/codegen.ts
 * Staff and portal are two projects, since each is answered with a schema of its own.
 */
const config: CodegenConfig = {
  config: {
    strictScalars: true,
    scalars: {
      // JSON.parse reads numbers as doubles, which loses digits. Ask with "accept: application/json; decimals=string", and decimals are strings.
      Decimal: { input: 'string | number', output: 'string' },
      // As 2026-01-31, without a time and without a zone: no Date.
      LocalDate: 'string',
      // As 2026-01-31T18:30:00Z.
      DateTime: 'string',
      // Versions and counts, far below 2^53.
      Long: 'number',
      Short: 'number',
    },
  },
  generates: {
    'generated/staff.ts': {
      schema: 'schema.graphql',
      documents: ['operations/*.graphql', '!operations/portal.graphql'],
      plugins: ['typescript-operations'],
    },
    'generated/portal.ts': {
      schema: 'portal.graphql',
      documents: 'operations/portal.graphql',
      plugins: ['typescript-operations'],
    },
  },
};

export default config;
