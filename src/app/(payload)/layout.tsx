import config from '@payload-config'
import '@payloadcms/next/css'
import { handleServerFunctions, RootLayout } from '@payloadcms/next/layouts'
import { headers as requestHeaders } from 'next/headers.js'
import { getPayload, type ServerFunctionClient } from 'payload'
import type { ReactNode } from 'react'
import { callPanelFunction } from '../../admin/panel-call.ts'
import { importMap } from './admin/importMap.js'
import './panel.css'

const serverFunction: ServerFunctionClient = async ({ name, args }) => {
  'use server'
  const headers = await requestHeaders()
  const payload = await getPayload({ config })
  const { user } = await payload.auth({ headers })
  const requestId = headers.get('x-cpof-request-id')
  return callPanelFunction(
    { name, staff: user?.collection === 'users', requestId },
    () => handleServerFunctions({ name, args, config, importMap }),
    (error) => {
      payload.logger.warn({ requestId, name, error: error instanceof Error ? error.name : typeof error, msg: 'A function of the panel failed' })
      payload.logger.debug({ requestId, err: error })
    },
  )
}

/** The panel's frame, as Payload generates it, but for the functions that may be called. */
export default function Layout({ children }: { children: ReactNode }) {
  return (
    <RootLayout config={config} importMap={importMap} serverFunction={serverFunction}>
      {children}
    </RootLayout>
  )
}
