'use client'
import { useDocumentEvents, useLivePreviewContext } from '@payloadcms/ui'
import { useEffect } from 'react'

/** Shows the draft anew beside the form after each save: the page itself holds no script that could. */
export function LivePreviewReload() {
  const { mostRecentUpdate } = useDocumentEvents()
  const { iframeRef } = useLivePreviewContext()
  useEffect(() => {
    if (mostRecentUpdate) iframeRef.current?.contentWindow?.location.reload()
  }, [mostRecentUpdate, iframeRef])
  return null
}
