import { DefaultTemplate } from '@payloadcms/next/templates'
import { Gutter, SetStepNav } from '@payloadcms/ui'
import type { AdminViewServerProps } from 'payload'
import type { ReactNode } from 'react'

type Props = { view: AdminViewServerProps; title: string; heading?: string; path: string; children: ReactNode }

/**
 * A page of ours in the panel: Payload's own frame, its heading and the place in its path.
 *
 * @param view what Payload gives the view
 * @param heading what stands above the page where that is more than its title
 * @param path the page's address, `/admin` included
 */
export function PanelPage({ view, title, heading = title, path, children }: Props): ReactNode {
  const { initPageResult, params, searchParams } = view
  const { req, permissions, visibleEntities, locale } = initPageResult
  return (
    <DefaultTemplate
      i18n={req.i18n}
      payload={req.payload}
      permissions={permissions}
      visibleEntities={visibleEntities}
      req={req}
      {...(req.user ? { user: req.user } : {})}
      {...(locale ? { locale } : {})}
      {...(params ? { params } : {})}
      {...(searchParams ? { searchParams } : {})}
    >
      <Gutter className="file-view">
        <SetStepNav nav={[{ label: title, url: path }]} />
        <h1>{heading}</h1>
        {children}
      </Gutter>
    </DefaultTemplate>
  )
}
