import { withPayload } from '@payloadcms/next/withPayload'

/** Next serves the panel only; Express stands in front of it. */
export default withPayload(
  {
    poweredByHeader: false,
    compress: false,
    reactStrictMode: true,
    typescript: { ignoreBuildErrors: true },
    serverExternalPackages: ['libsql', '@libsql/client', 'mongoose', 'piscina', 'sharp'],
  },
  { devBundleServerPackages: false },
)
