import type { CollectionConfig } from 'payload'
import { adminOnly } from '../access/admin-only.ts'
import { adminOrSelf } from '../access/admin-or-self.ts'
import { hiddenButFrom } from '../access/hidden-but-from.ts'
import { nobody } from '../access/nobody.ts'
import { self } from '../access/self.ts'
import { staffOnly } from '../access/staff-only.ts'
import { guardAccount, inviteAtNewAddress, proposeRolesOfNew } from '../hooks/guard-account.ts'
import { guardAccountDeletion, noteAccountDeletion } from '../hooks/guard-account-deletion.ts'
import { guardProtected } from '../hooks/guard-protected.ts'
import { inviteByLink, unknownPassword, withoutPassword } from '../hooks/invite-by-link.ts'
import { neverTypedPassword } from '../hooks/never-typed-password.ts'
import { endOfSession, endSessionsOfDeleted, ownSessionAtLogin } from '../hooks/own-sessions.ts'
import { SESSION_SECONDS } from '../src/accounts/sessions.ts'
import { staffSession } from '../src/accounts/session-strategy.ts'
import { accountEndpoints } from '../src/api/accounts/endpoints.ts'
import { userEndpoints } from '../src/api/governance/users.ts'
import { ROLE_LABELS, ROLES } from '../src/governance/roles.ts'

/** What use-cases alone write, with the value of a new account. */
const BY_USE_CASES = {
  rev: 0,
  pending: null,
  suspended: false,
  suspension: null,
  unaccepted: false,
  secretarySince: null,
}

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
    beforeOperation: [neverTypedPassword, withoutPassword, guardAccount, guardProtected(BY_USE_CASES)],
    beforeValidate: [unknownPassword],
    beforeDelete: [guardAccountDeletion],
    afterChange: [proposeRolesOfNew, inviteByLink, inviteAtNewAddress],
    afterDelete: [endSessionsOfDeleted, noteAccountDeletion],
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
    components: {
      Description: '/src/admin/invite/AccountPanel.tsx#AccountPanel',
      views: { edit: { default: { Component: '/src/admin/invite/AccountView.tsx#AccountView' } } },
    },
  },
  fields: [
    {
      name: 'name',
      type: 'text',
      label: 'Nom',
      required: true,
      maxLength: 120,
      access: { update: nobody },
      admin: { description: 'Le nom sous lequel la personne agit. Il change à deux, depuis les comptes de l’équipe.' },
    },
    {
      name: 'roles',
      type: 'select',
      hasMany: true,
      label: 'Rôles',
      saveToJWT: false,
      access: { update: nobody },
      options: ROLES.map((value) => ({ value, label: ROLE_LABELS[value] })),
      admin: {
        description:
          'Un compte peut n’en avoir aucun. Un rôle se donne à deux. Le vote ne s’obtient pas ici\u00a0: il vient d’un mandat en cours.',
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
    // What two of those entitled change, and the suspension: written by the use-cases alone.
    {
      name: 'rev',
      type: 'number',
      defaultValue: 0,
      access: { create: nobody, update: nobody },
      admin: { hidden: true },
    },
    { name: 'pending', type: 'json', access: { create: nobody, update: nobody }, admin: { hidden: true } },
    {
      name: 'suspended',
      type: 'checkbox',
      label: 'Suspendu',
      defaultValue: false,
      access: { create: nobody, update: nobody },
      admin: { hidden: true },
    },
    { name: 'suspension', type: 'json', access: { create: nobody, update: nobody }, admin: { hidden: true } },
    // Invited, and not come yet: nothing is written to the account but its invitation.
    {
      name: 'unaccepted',
      type: 'checkbox',
      label: 'Invitation en attente',
      defaultValue: false,
      access: { create: nobody, update: nobody },
      admin: { hidden: true },
    },
    { name: 'secretarySince', type: 'date', access: { create: nobody, update: nobody }, admin: { hidden: true } },
    {
      name: 'ownSecurity',
      type: 'ui',
      admin: { components: { Field: '/src/admin/sign-in/OwnSecurity.tsx#OwnSecurity' } },
    },
    // How often a link to choose a password was made: the token of the latest is made from it.
    { name: 'passwordLinks', type: 'number', hidden: true, access: { create: nobody, update: nobody } },
  ],
})
