'use client'
import { createClientFeature } from '@payloadcms/richtext-lexical/client'
import { COMMAND_PRIORITY_CRITICAL, PASTE_COMMAND } from '@payloadcms/richtext-lexical/lexical'
import { useLexicalComposerContext } from '@payloadcms/richtext-lexical/lexical/react/LexicalComposerContext'
import { toast } from '@payloadcms/ui'
import { useEffect } from 'react'
import { cleanPasted } from './clean-pasted.ts'
import { PASTE } from './words.ts'

/** What an editor of Lexical's puts on the clipboard for itself. */
const OWN = 'application/x-lexical-editor'

/** Hands the editor what is pasted once it is cleaned, in an event of the same kind. */
function CleanPastePlugin() {
  const [editor] = useLexicalComposerContext()
  useEffect(() => {
    const cleaned = new WeakSet<Event>()
    return editor.registerCommand(
      PASTE_COMMAND,
      (event) => {
        if (!(event instanceof ClipboardEvent) || cleaned.has(event)) return false
        const html = event.clipboardData?.getData('text/html') ?? ''
        if (html === '' || event.clipboardData?.types.includes(OWN)) return false
        const given = cleanPasted(html)
        const data = new DataTransfer()
        data.setData('text/html', given.html)
        data.setData('text/plain', event.clipboardData?.getData('text/plain') ?? '')
        const again = new ClipboardEvent('paste', { clipboardData: data, cancelable: true })
        cleaned.add(again)
        event.preventDefault()
        editor.dispatchCommand(PASTE_COMMAND, again)
        if (given.pictures > 0) toast.warning(PASTE.leftOut(given.pictures))
        return true
      },
      COMMAND_PRIORITY_CRITICAL,
    )
  }, [editor])
  return null
}

/** Texts that are pasted become texts of ours. */
export const CleanPaste = createClientFeature({ plugins: [{ Component: CleanPastePlugin, position: 'normal' }] })
