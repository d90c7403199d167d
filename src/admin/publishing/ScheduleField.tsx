'use client'
import { useConfig, useDocumentEvents, useDocumentInfo, useFormModified } from '@payloadcms/ui'
import type { UIFieldClientComponent } from 'payload'
import { useCallback, useEffect, useState } from 'react'
import { ActionPanel } from '../actions/ActionPanel.tsx'
import type { ActionModel } from '../actions/model.ts'
import { fetchPlanned, type Planned } from './planned.ts'
import { ENDING_SENTENCES, SCHEDULE, SCHEDULE_ACTIONS } from './words.ts'

const MOMENT = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Paris' })
const moment = (at: string): string => MOMENT.format(new Date(at)).replace(/^1 /, '1er ')

/**
 * When the newest version is to be published. It asks again after each save, its own and the form's, without making the
 * form anew: what is being typed stays.
 */
export const ScheduleField: UIFieldClientComponent = () => {
  const { id, collectionSlug: collection, hasPublishedDoc, unpublishedVersionCount } = useDocumentInfo()
  const { mostRecentUpdate } = useDocumentEvents()
  const typing = useFormModified()
  const { getEntityConfig } = useConfig()
  const [planned, setPlanned] = useState<Planned | null>(null)

  const ask = useCallback(() => {
    if (collection && id !== undefined) fetchPlanned(collection, String(id)).then(setPlanned, () => setPlanned(null))
  }, [collection, id])
  useEffect(ask, [ask, mostRecentUpdate])

  if (!collection || id === undefined) return null
  const drafts = getEntityConfig({ collectionSlug: collection }).versions?.drafts
  // What saves itself has nothing to be saved first.
  const modified = typing && !(typeof drafts === 'object' && drafts.autosave)
  const waits = planned?.status === 'waiting'
  const draft = !hasPublishedDoc || unpublishedVersionCount > 0
  const said = waits
    ? SCHEDULE.planned(moment(planned.at))
    : modified
      ? SCHEDULE.saveFirst
      : draft
        ? SCHEDULE.none
        : SCHEDULE.upToDate
  const before =
    planned?.status === 'ended' && planned.ending && draft ? ENDING_SENTENCES[planned.ending](moment(planned.at)) : null
  const action = (name: keyof typeof SCHEDULE_ACTIONS, fields: ActionModel['fields']): ActionModel => ({
    name,
    url: `/api/${collection}/${id}/${name}`,
    ...SCHEDULE_ACTIONS[name],
    ...(waits && name === 'schedule' ? { button: SCHEDULE.another } : {}),
    fields,
  })
  const others = [
    ...(draft && !modified
      ? [
          action('schedule', [
            { kind: 'moment', name: 'at', label: SCHEDULE.at, help: SCHEDULE.atHelp, required: true },
          ]),
        ]
      : []),
    ...(waits ? [action('unschedule', [])] : []),
  ]
  return (
    <div className="field-type schedule">
      <ActionPanel actions={{ main: null, others, record: [] }} state={SCHEDULE.state} onDone={ask}>
        <h3 className="field-label">{SCHEDULE.title}</h3>
        {before ? (
          <p role="alert" className="file-alert">
            {before} {planned?.said}
          </p>
        ) : null}
        <p>{said}</p>
      </ActionPanel>
    </div>
  )
}
