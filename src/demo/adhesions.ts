import { castVote, type VoteChoice } from '../adhesion/actions/cast-vote.ts'
import { answer } from '../adhesion/actions/answer.ts'
import { claim } from '../adhesion/actions/claim.ts'
import { close } from '../adhesion/actions/close.ts'
import { expire } from '../adhesion/actions/expire.ts'
import { note } from '../adhesion/actions/note.ts'
import { notifyRefusal } from '../adhesion/actions/notify-refusal.ts'
import { putToBureau } from '../adhesion/actions/put-to-bureau.ts'
import { requestInformation } from '../adhesion/actions/request-information.ts'
import { withdraw } from '../adhesion/actions/withdraw.ts'
import { FIRST_APPLICANT } from './members.ts'
import { APPLICANTS } from './organisations.ts'
import { dayAgo, type DaysAgo, type Story } from './story.ts'
import type { AccountKey, Team } from './team.ts'

type ApplicantKey = keyof typeof APPLICANTS

/** Files in every state, made by the use-cases themselves under the story's clock, oldest first. */
export async function seedAdhesions(story: Story, team: Team): Promise<void> {
  const { payload } = story
  const secretariat = story.staff(team.secretariat)
  let number = FIRST_APPLICANT

  const apply = async (key: ApplicantKey, days: DaysAgo): Promise<string> => {
    story.at(days, 9, 40)
    number += 1
    return story.apply(APPLICANTS[key], number)
  }
  const applyAndSign = async (key: ApplicantKey, days: DaysAgo): Promise<string> => {
    const id = await apply(key, days)
    story.at(days - 1, 11, 5)
    await story.sign(id, APPLICANTS[key])
    return id
  }
  const toBureau = async (id: string, days: DaysAgo): Promise<void> => {
    story.at(days + 1, 10)
    await claim(payload, { id, actor: secretariat })
    story.at(days, 16, 30)
    await putToBureau(payload, {
      id,
      actor: secretariat,
      powerToBind: { source: 'Annuaire des entreprises, dirigeant en exercice' },
    })
  }
  const vote = async (
    id: string,
    days: DaysAgo,
    votes: readonly (readonly [AccountKey, VoteChoice, string?])[],
  ): Promise<void> => {
    for (const [index, [key, choice, reason]] of votes.entries()) {
      story.at(days, 9 + index, 15)
      await castVote(payload, { id, actor: story.staff(team[key]), choice, reason })
    }
  }

  const validated = await applyAndSign('validated', 120)
  story.at(117, 10)
  await requestInformation(payload, {
    id: validated,
    actor: secretariat,
    question: 'Pouvez-vous préciser le nombre de personnes formées l’an dernier ?',
    deadline: dayAgo(story.today, 105),
  })
  story.at(113, 17)
  await answer(payload, {
    id: validated,
    actor: await story.holder(validated, 'follow-up'),
    answer: 'Nous avons accompagné 412 personnes, dont la moitié en parcours long.',
    files: [],
  })
  await toBureau(validated, 110)
  await vote(validated, 108, [
    ['presidence', 'for'],
    ['tresorerie', 'for'],
    ['bureau3', 'abstain'],
    ['bureau4', 'for'],
  ])

  const rejected = await applyAndSign('rejected', 100)
  await toBureau(rejected, 92)
  await vote(rejected, 90, [
    ['presidence', 'against'],
    ['tresorerie', 'against', 'Le démarchage est contraire à nos principes.'],
    ['bureau4', 'against'],
  ])
  story.at(88, 15)
  await notifyRefusal(payload, {
    id: rejected,
    actor: story.staff(team.presidence),
    text: 'Le Bureau a étudié votre demande avec attention.\n\nVos méthodes commerciales, fondées sur le démarchage, ne s’accordent pas avec les engagements de notre charte. Nous vous invitons à revenir vers nous si votre activité évolue.',
  })

  const closed = await applyAndSign('closed', 90)
  story.at(60, 14)
  await close(payload, {
    id: closed,
    actor: secretariat,
    reason: 'no-answer',
    note: 'Trois relances par téléphone, sans réponse.',
  })

  const withdrawn = await applyAndSign('withdrawn', 80)
  story.at(75, 18)
  await withdraw(payload, { id: withdrawn, actor: await story.holder(withdrawn, 'representative-follow-up') })

  const expired = await apply('expired', 75)
  story.at(14, 3)
  await expire(payload, expired)

  const referred = await applyAndSign('referred', 40)
  await toBureau(referred, 30)
  await vote(referred, 27, [
    ['presidence', 'for'],
    ['tresorerie', 'against'],
    ['bureau3', 'for'],
    ['bureau4', 'against'],
    ['bureau5', 'abstain'],
  ])

  const unnotified = await applyAndSign('rejectedUnnotified', 32)
  await toBureau(unnotified, 20)
  await vote(unnotified, 11, [
    ['presidence', 'against'],
    ['bureau3', 'against'],
    ['bureau5', 'against'],
  ])

  const beforeBureau = await applyAndSign('beforeBureau', 20)
  await toBureau(beforeBureau, 5)
  await vote(beforeBureau, 3, [
    ['tresorerie', 'for'],
    ['bureau3', 'for'],
  ])

  const waiting = await applyAndSign('needsInformation', 15)
  story.at(4, 11)
  await requestInformation(payload, {
    id: waiting,
    actor: secretariat,
    question: 'Merci de nous transmettre la délibération qui vous donne pouvoir de signer au nom de l’institut.',
    deadline: dayAgo(story.today, -10),
  })

  const underReview = await applyAndSign('underReview', 12)
  story.at(9, 10)
  await claim(payload, { id: underReview, actor: secretariat })
  story.at(9, 11)
  await note(payload, {
    id: underReview,
    actor: secretariat,
    text: 'Statuts reçus par courrier, à vérifier avec la trésorerie.',
  })

  const fresh = await applyAndSign('beforeBureauNew', 10)
  await toBureau(fresh, 1)

  await applyAndSign('submitted', 5)
  await apply('awaitingSignature', 2)
}
