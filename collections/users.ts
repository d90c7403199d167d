import type { CollectionConfig } from 'payload'
import { adminOnly } from '../access/admin-only.ts'
import { adminOrSelf } from '../access/admin-or-self.ts'
import { hiddenButFrom } from '../access/hidden-but-from.ts'
import { nobody } from '../access/nobody.ts'
import { self } from '../access/self.ts'
import { staffOnly } from '../access/staff-only.ts'
import { guardAccount } from '../hooks/guard-account.ts'
import { guardAccountDeletion } from '../hooks/guard-account-deletion.ts'
import { inviteByLink, unknownPassword } from '../hooks/invite-by-link.ts'
import { neverTypedPassword } from '../hooks/never-typed-password.ts'
import { passwordChanged } from '../hooks/password-changed.ts'
import { endOfSession, endSessionsOfDeleted, ownSessionAtLogin } from '../hooks/own-sessions.ts'
import { SESSION_SECONDS } from '../src/accounts/sessions.ts'
import { staffSession } from '../src/accounts/session-strategy.ts'
import { accountEndpoints } from '../src/api/accounts/endpoints.ts'
import { userEndpoints } from '../src/api/governance/users.ts'
import { ROLE_LABELS, ROLES } from '../src/governance/roles.ts'

/** Accounts of the team; `secureCookies` keeps the session's cookie to TLS, where the site is served over it. */
export const users = (secureCookies: boolean): CollectionConfig => ({
  slug: 'users',
  labels: { singular: 'Compte de l’équipe', plural: 'Équipe' },
  auth: {
    // Sessions are rows of their own (`staff-sessions`), believed by a strategy of ours; Payload's array of them stays unused.
    strategies: [staffSession],
    tokenExpiration: SESSION_SECONDS,
    // Never a lock, which a stranger could keep closed: who fails waits, by account and network. Not 0, since Payload's
    // two columns would go, and a migration that drops columns and adds others asks which were renamed.
    maxLoginAttempts: Number.MAX_SAFE_INTEGER,
    cookies: { sameSite: 'Lax', secure: secureCookies },
    forgotPassword: { minRequestInterval: 0 },
  },
  access: {
    create: adminOnly,
    read: adminOrSelf,
    update: adminOrSelf,
    delete: adminOnly,
    readVersions: nobody,
    unlock: nobody,
    admin: staffOnly,
  },
  hooks: {
    beforeOperation: [neverTypedPassword, guardAccount],
    beforeValidate: [unknownPassword],
    beforeDelete: [guardAccountDeletion],
    afterChange: [inviteByLink, passwordChanged],
    afterDelete: [endSessionsOfDeleted],
    afterOperation: [ownSessionAtLogin],
    me: [endOfSession],
  },
  endpoints: [...accountEndpoints, ...userEndpoints],
  lockDocuments: false,
  disableDuplicate: true,
  admin: {
    group: 'Réglages',
    hidden: hiddenButFrom('admin'),
    useAsTitle: 'name',
    defaultColumns: ['name', 'email', 'roles'],
    description: 'Les comptes de l’équipe. Chacun reçoit un lien par courriel et choisit lui-même son mot de passe.',
    listSearchableFields: ['name', 'email'],
    pagination: { defaultLimit: 25 },
    hideAPIURL: true,
    components: { Description: '/src/admin/invite/AccountPanel.tsx#AccountPanel', views: { edit: { default: { Component: '/src/admin/invite/AccountView.tsx#AccountView' } } } },
  },
  fields: [
    { name: 'name', type: 'text', label: 'Nom', required: true, maxLength: 120 },
    {
      name: 'roles',
      type: 'select',
      hasMany: true,
      label: 'Rôles',
      saveToJWT: false,
      access: { update: adminOnly },
      options: ROLES.map((value) => ({ value, label: ROLE_LABELS[value] })),
      admin: {
        description: 'Un compte peut n’en avoir aucun. Le vote ne s’obtient pas ici\u00a0: il vient d’un mandat en cours.',
      },
    },
    {
      // Replaces the panel's password boxes, which would have an administrator type somebody else's password. The
      // panel looks for a permission to read, though there is nothing to be read.
      name: 'password',
      type: 'text',
      label: 'Mot de passe',
      virtual: true,
      hidden: true,
      access: { create: nobody, update: self },
    },
    // How often a link to choose a password was made: the token of the latest is made from it.
    { name: 'passwordLinks', type: 'number', hidden: true, access: { create: nobody, update: nobody } },
  ],
})
