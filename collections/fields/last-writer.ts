import type { Access, CollectionConfig, Config, CustomComponent, Field, GlobalConfig } from 'payload'
import { nobody } from '../../access/nobody.ts'
import {
  isWrittenBy,
  noteBaseOfGlobal,
  noteBaseOfRecord,
  refuseStaleGlobal,
  refuseStaleRecord,
} from '../../hooks/refuse-stale.ts'

/**
 * The name of who wrote a record last, for those who may write it; none where the platform itself did. Each version of the
 * record keeps its own.
 */
const changedBy = (update: Access): Field => ({
  name: 'changedBy',
  type: 'text',
  label: 'Modifié par',
  access: { create: nobody, update: nobody, read: async ({ req }) => (await update({ req })) === true },
  admin: { readOnly: true, position: 'sidebar', condition: (data) => Boolean(data['changedBy']) },
})

const STALE_RECORD = '/src/admin/edit/StaleRecord.tsx#StaleRecord'
/** For forms that save what is typed. */
const WHILE_TYPING = ['/src/admin/edit/TypedStays.tsx#TypedStays', '/src/admin/edit/UnsavedText.tsx#UnsavedText']

/** Components of a form, with what says that its record was changed meanwhile, and those of forms that save what is typed. */
const warned = (edit: { beforeDocumentControls?: CustomComponent[] } | undefined, whileTyping: boolean) => ({
  ...edit,
  beforeDocumentControls: [...(edit?.beforeDocumentControls ?? []), STALE_RECORD, ...(whileTyping ? WHILE_TYPING : [])],
})

const savesWhileTyping = ({ versions }: Pick<CollectionConfig, 'versions'>): boolean =>
  typeof versions === 'object' && typeof versions.drafts === 'object' && Boolean(versions.drafts.autosave)

function guardedRecord(collection: CollectionConfig): CollectionConfig {
  const { access: { update = nobody } = {}, admin = {}, auth, hooks = {}, fields } = collection
  if (auth || update === nobody) return collection
  return {
    ...collection,
    admin: {
      ...admin,
      components: { ...admin.components, edit: warned(admin.components?.edit, savesWhileTyping(collection)) },
    },
    fields: [...fields, changedBy(update)],
    hooks: {
      ...hooks,
      beforeOperation: [...(hooks.beforeOperation ?? []), noteBaseOfRecord],
      beforeValidate: [refuseStaleRecord, ...(hooks.beforeValidate ?? [])],
      beforeChange: [...(hooks.beforeChange ?? []), isWrittenBy],
    },
  }
}

function guardedGlobal(global: GlobalConfig): GlobalConfig {
  const { access: { update = nobody } = {}, admin = {}, hooks = {}, fields } = global
  return {
    ...global,
    admin: {
      ...admin,
      components: { ...admin.components, elements: warned(admin.components?.elements, false) },
    },
    fields: [...fields, changedBy(update)],
    hooks: {
      ...hooks,
      beforeOperation: [...(hooks.beforeOperation ?? []), noteBaseOfGlobal],
      beforeValidate: [refuseStaleGlobal, ...(hooks.beforeValidate ?? [])],
      beforeChange: [...(hooks.beforeChange ?? []), isWrittenBy],
    },
  }
}

/**
 * Keeps with every record that people write who wrote it last, and refuses a write that was made on an older state of it:
 * in the collections that somebody may change but those of accounts, and in the globals.
 */
export const lastWriters = ({ collections = [], globals = [], ...config }: Config): Config => ({
  ...config,
  collections: collections.map(guardedRecord),
  globals: globals.map(guardedGlobal),
})
