import type { ReactElement } from 'react'
import { fr } from '../../../src/content/typography.ts'
import { CorrectionPage, RepresentativePage } from '../../../src/site/applicant/follow-up/correction-page.tsx'
import { FollowUpPage } from '../../../src/site/applicant/follow-up/follow-up-page.tsx'
import { LinkProblemPage } from '../../../src/site/applicant/links/link-problem-page.tsx'
import { LostLinkPage, LostLinkSentPage } from '../../../src/site/applicant/links/lost-link-page.tsx'
import { DeclinedPage, DecliningPage } from '../../../src/site/applicant/signature/declining-page.tsx'
import { SignaturePage } from '../../../src/site/applicant/signature/signature-page.tsx'
import { SignedPage } from '../../../src/site/applicant/signature/signed-page.tsx'
import { WithdrawalPage } from '../../../src/site/applicant/follow-up/withdrawal-page.tsx'
import type { AssetLinks, Chrome } from '../../../src/site/views/chrome.ts'
import type { FormState } from '../../../src/site/views/form/form-state.ts'
import { CharterPage, NoCharterPage } from '../../../src/site/kinds/charter/charter-page.tsx'
import { ContentPage } from '../../../src/site/kinds/pages/content-page.tsx'
import { ErrorPage } from '../../../src/site/views/public/error-page.tsx'
import { HomePage } from '../../../src/site/kinds/pages/home-page.tsx'
import {
  charter,
  chromeOf,
  home,
  page,
  applicant,
  consentSentence,
  issue,
  signing,
  file,
  history,
  limits,
  asked,
  answering,
  resend,
  declared,
  signature,
} from './sample-data.ts'

const declineHref = '/adhesion/signature/jeton/refuser'

/** One element for every view and state, by name. */
export function samples(assets: AssetLinks): Record<string, ReactElement> {
  const chrome = chromeOf(assets)
  const bare: Chrome = { ...chrome, nav: [], join: undefined, search: undefined, about: [], founders: [] }
  const wrongSigning: FormState = {
    ...signing,
    values: { fullName: 'C. Le' },
    issues: [
      issue('fullName', 'Écrivez votre nom et votre prénom en entier.'),
      issue('accept', 'Cochez cette case pour signer.'),
    ],
  }
  return {
    home: <HomePage chrome={chrome} layout={home} description="La CPOF" canonical="https://cpof.example/" />,
    'home-en': <HomePage chrome={{ ...chrome, lang: 'en', home: '/en' }} layout={home} />,
    page: <ContentPage chrome={chrome} title="Qui nous sommes" layout={page} resolveLink={() => '/gouvernance'} />,
    charter: (
      <CharterPage
        chrome={chrome}
        charter={{ ...charter, binds: 'both', rawHref: '/charte/2.md' }}
        others={[{ href: '/charte/1', label: 'Version 1' }]}
      />
    ),
    'charter-superseded': (
      <CharterPage
        chrome={chrome}
        charter={{ ...charter, number: 1, binds: 'member', supersededBy: { number: 2, href: '/charte' } }}
      />
    ),
    'charter-none': <NoCharterPage chrome={chrome} />,
    'error-404': <ErrorPage chrome={chrome} status={404} />,
    'error-410': <ErrorPage chrome={chrome} status={410} />,
    'error-429': <ErrorPage chrome={chrome} status={429} retryAfter={840} />,
    'error-500': <ErrorPage chrome={chrome} status={500} requestId="0f8fad5b-d9cb-469f-a165-70867728950e" />,
    'error-503': <ErrorPage chrome={{ ...chrome, lang: 'en' }} status={503} retryAfter={30} />,
    signature: <SignaturePage chrome={bare} {...{ applicant, charter, consentSentence, declineHref }} form={signing} />,
    'signature-wrong': (
      <SignaturePage chrome={bare} {...{ applicant, charter, consentSentence, declineHref }} form={wrongSigning} />
    ),
    'signature-superseded': (
      <SignaturePage
        chrome={bare}
        {...{ applicant, charter, consentSentence, declineHref }}
        form={signing}
        superseded={1}
      />
    ),
    'signature-declining': (
      <DecliningPage
        chrome={bare}
        organisationName={file.organisationName}
        backHref="/adhesion/signature/exemple"
        form={{ action: declineHref }}
      />
    ),
    'signature-declined': <DeclinedPage chrome={bare} organisationName={file.organisationName} />,
    signed: (
      <SignedPage
        chrome={bare}
        reference={file.reference}
        kind="member"
        organisationName={file.organisationName}
        signature={signature}
      />
    ),
    'signed-already': (
      <SignedPage
        chrome={bare}
        reference={file.reference}
        kind="partner"
        organisationName={file.organisationName}
        signature={signature}
        already
      />
    ),
    'follow-up': (
      <FollowUpPage
        chrome={bare}
        file={file}
        history={history}
        request={{ ...asked, form: answering, limits }}
        actions={{ correct: 'correction' }}
        withdrawByRepresentative
      />
    ),
    'follow-up-wrong': (
      <FollowUpPage
        chrome={bare}
        file={file}
        history={history}
        request={{
          ...asked,
          limits,
          form: {
            ...answering,
            values: { answer: 'Voici' },
            issues: [issue('files', fr`Le fichier « plan.exe » n’est pas d’un type accepté.`)],
          },
        }}
        actions={{}}
      />
    ),
    'follow-up-unsigned': (
      <FollowUpPage
        chrome={bare}
        file={{ ...file, state: 'awaiting-signature' }}
        history={history.slice(3)}
        actions={{
          resendLink: resend.action,
          correct: 'correction',
          changeRepresentative: 'representant',
          withdraw: 'retrait',
        }}
        done="resent"
      />
    ),
    'follow-up-bureau': (
      <FollowUpPage
        chrome={bare}
        file={{ ...file, state: 'before-bureau' }}
        history={history}
        actions={{}}
        problem={fr`La demande est maintenant devant le Bureau : elle ne se corrige plus.`}
      />
    ),
    'follow-up-validated': (
      <FollowUpPage chrome={bare} file={{ ...file, state: 'validated' }} history={history} actions={{}} />
    ),
    'follow-up-rejected': (
      <FollowUpPage
        chrome={bare}
        file={{ ...file, state: 'rejected', refusal: 'Madame,\n\nVotre activité de formation débute à peine.' }}
        history={history}
        actions={{}}
      />
    ),
    'follow-up-closed': (
      <FollowUpPage
        chrome={bare}
        file={{ ...file, state: 'closed', closing: 'duplicate' }}
        history={history}
        actions={{}}
      />
    ),
    correction: (
      <CorrectionPage
        chrome={bare}
        reference={file.reference}
        backHref="/adhesion/suivi/lien"
        form={declared}
        isSigned
      />
    ),
    'correction-wrong': (
      <CorrectionPage
        chrome={bare}
        reference={file.reference}
        backHref="/adhesion/suivi/lien"
        isSigned={false}
        form={{
          ...declared,
          issues: [
            issue('organisation.siret', fr`Ce SIRET n’existe pas : vérifiez ses 14 chiffres.`),
            issue('organisation.qualiopi.categories', 'Cochez au moins une catégorie.'),
            issue('representative.capacity', 'Choisissez une réponse.'),
            issue('inconnu', 'Ce champ n’existe pas.'),
          ],
        }}
      />
    ),
    representative: (
      <RepresentativePage
        chrome={bare}
        reference={file.reference}
        backHref="/adhesion/suivi/lien"
        currentName="Claire Le Goff"
        form={{ action: '/x' }}
      />
    ),
    withdrawal: (
      <WithdrawalPage
        chrome={bare}
        reference={file.reference}
        organisationName={file.organisationName}
        backHref="/adhesion/suivi/lien"
        form={{ action: '/x' }}
      />
    ),
    'lost-link': (
      <LostLinkPage
        chrome={chrome}
        form={{ action: '/adhesion/lien-perdu', issues: [issue('email', 'Indiquez votre adresse électronique.')] }}
      />
    ),
    'lost-link-sent': <LostLinkSentPage chrome={chrome} againHref="/adhesion/lien-perdu" />,
    'link-used': (
      <LinkProblemPage chrome={bare} purpose="signature" problem="used" lostLinkHref="/adhesion/lien-perdu" />
    ),
    'link-expired': (
      <LinkProblemPage chrome={bare} purpose="signature" problem="expired" lostLinkHref="/adhesion/lien-perdu" />
    ),
    'link-replaced': (
      <LinkProblemPage chrome={bare} purpose="follow-up" problem="replaced" lostLinkHref="/adhesion/lien-perdu" />
    ),
    'link-wrong': (
      <LinkProblemPage chrome={bare} purpose="follow-up" problem="wrong" lostLinkHref="/adhesion/lien-perdu" />
    ),
  }
}
