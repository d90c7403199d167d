import type { IncomingMessage, ServerResponse } from 'node:http'

/** Next's request handler. */
export type PanelHandler = (req: IncomingMessage, res: ServerResponse) => Promise<void>
