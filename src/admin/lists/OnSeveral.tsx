import type { ServerProps } from 'payload'
import { STAFF_ACTIONS } from '../../adhesion/lifecycle/transitions.ts'
import { holdsRole } from '../../governance/roles.ts'
import { now } from '../../lib/clock.ts'
import type { ActionModel } from '../actions/model.ts'
import { ON_SEVERAL, fieldsOnSeveral } from '../adhesion/forms.ts'
import { SeveralFiles } from './SeveralFiles.tsx'
import { SEVERAL } from './words.ts'

/** Buttons above the list of applications that act on those that are ticked: for the secretariat, as are the actions. */
export function OnSeveral({ user }: ServerProps) {
  if (user?.collection !== 'users' || !holdsRole(user, 'secretariat')) return null
  return <SeveralFiles actions={ON_SEVERAL.flatMap((name) => actionNamed(name))} />
}

function actionNamed(name: (typeof ON_SEVERAL)[number]): ActionModel[] {
  return STAFF_ACTIONS.filter((action) => action.name === name).map(({ body, endpoint, label }) => ({
    name: endpoint,
    url: '/api/adhesions/bulk',
    button: label,
    title: label,
    consequence: SEVERAL.consequence,
    confirm: label,
    done: SEVERAL.done,
    fields: fieldsOnSeveral(name, body, now()),
  }))
}
