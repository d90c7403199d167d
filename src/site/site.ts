import type { Response } from 'express'
import type { Payload } from 'payload'
import type { ReactElement } from 'react'
import type { Env } from '../env.ts'
import type { Chromes } from './chromes.ts'
import type { ContentEpoch } from './kept/content-epoch.ts'
import type { RenderedPages } from './kept/rendered-pages.ts'
import type { Assets } from './styles/assets.ts'
import { renderPage } from './views/render.ts'

/** The means that every route of the site works with. */
export type Site = {
  payload: Payload
  env: Pick<Env, 'PUBLIC_URL' | 'LIMIT_UPLOAD_MB'>
  assets: Assets
  chromes: Chromes
  epoch: ContentEpoch
  rendered: RenderedPages['of']
}

/** Answers with a view, as a page that nobody keeps unless its route says otherwise. */
export function sendPage(res: Response, status: number, view: ReactElement): void {
  res.status(status).type('html').send(renderPage(view))
}
