import { MomentCell as MomentCell_25c617395548276b7467c937455bf13f } from '../../../../src/admin/cells/MomentCell.tsx'
import { MomentField as MomentField_85e0b86eaa15989be600444c20254e30 } from '../../../../src/admin/fields/MomentField.tsx'
import { OwnSecurity as OwnSecurity_36cf6d6783b5c9880f4d18f6ea1b2b88 } from '../../../../src/admin/sign-in/OwnSecurity.tsx'
import { AccountPanel as AccountPanel_ce93a80cccbfca29735cec608217abc3 } from '../../../../src/admin/invite/AccountPanel.tsx'
import { AccountView as AccountView_39b2ef2267baf745e0168cf6ee1d3b64 } from '../../../../src/admin/invite/AccountView.tsx'
import { InEnglish as InEnglish_09749f53418517e42bb8e4ac50d1c9f1 } from '../../../../src/admin/fields/InEnglish.tsx'
import { TitleCell as TitleCell_4b49bc63ce88b8f2506f32e01853a250 } from '../../../../src/admin/cells/TitleCell.tsx'
import { RscEntryLexicalCell as RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { RscEntryLexicalField as RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { LexicalDiffComponent as LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { CleanPaste as CleanPaste_7c70fe0bce5382f1364d81555d909bf0 } from '../../../../src/admin/paste/CleanPaste.tsx'
import { FixedToolbarFeatureClient as FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { TableFeatureClient as TableFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UploadFeatureClient as UploadFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { LinkFeatureClient as LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BoldFeatureClient as BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ItalicFeatureClient as ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnderlineFeatureClient as UnderlineFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { StrikethroughFeatureClient as StrikethroughFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { InlineCodeFeatureClient as InlineCodeFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ParagraphFeatureClient as ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HeadingFeatureClient as HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { IndentFeatureClient as IndentFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnorderedListFeatureClient as UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { OrderedListFeatureClient as OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ChecklistFeatureClient as ChecklistFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BlockquoteFeatureClient as BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HorizontalRuleFeatureClient as HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { InlineToolbarFeatureClient as InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { RegionCell as RegionCell_1fbaa934279917fe9ad71fb0eed00b5e } from '../../../../src/admin/cells/RegionCell.tsx'
import { RegionField as RegionField_a03250bfe93b5f7015e2ca0dfb79a203 } from '../../../../src/admin/fields/RegionField.tsx'
import { ScheduleField as ScheduleField_1497efae6055abe434fdfb49bbc9077f } from '../../../../src/admin/publishing/ScheduleField.tsx'
import { UsedIn as UsedIn_74758386c58b64d22ee7538e1cb948cf } from '../../../../src/admin/fields/UsedIn.tsx'
import { ImportText as ImportText_68f51902a41a39cad61e843979cae9af } from '../../../../src/admin/import/ImportText.tsx'
import { LivePreviewReload as LivePreviewReload_ca604c7592a66304622e90bd3a0b39d4 } from '../../../../src/admin/publishing/LivePreviewReload.tsx'
import { StaleRecord as StaleRecord_e3bb4661cdbe0888ae07a76304d9ddea } from '../../../../src/admin/edit/StaleRecord.tsx'
import { TypedStays as TypedStays_832ee1679774d8a82a1d62cc2db1d4fa } from '../../../../src/admin/edit/TypedStays.tsx'
import { UnsavedText as UnsavedText_c277728cc9c063f93f4cf61855ca1b91 } from '../../../../src/admin/edit/UnsavedText.tsx'
import { DayCell as DayCell_aadc05568141ca565723b0191c406de3 } from '../../../../src/admin/cells/DayCell.tsx'
import { DayField as DayField_47e2203c33cd3a11be3f06d66df79bd6 } from '../../../../src/admin/fields/DayField.tsx'
import { ApprovalPanel as ApprovalPanel_e3d24fb6644d4277925b2fcc969af162 } from '../../../../src/admin/publications/ApprovalPanel.tsx'
import { StateCell as StateCell_319ad825dcc748a6bd5ab0dea912ced3 } from '../../../../src/admin/cells/StateCell.tsx'
import { Heading as Heading_b4a7b03e3c88fc707411e71185917420 } from '../../../../src/admin/cells/Heading.tsx'
import { AgeCell as AgeCell_96e664b888d70b01f55c6b125dc14d5d } from '../../../../src/admin/cells/AgeCell.tsx'
import { TermCell as TermCell_d5076cd3ba366e127d6a2a00fbd8e0c8 } from '../../../../src/admin/cells/TermCell.tsx'
import { ListFilters as ListFilters_43d442ba78686d65576a6cee12851545 } from '../../../../src/admin/lists/ListFilters.tsx'
import { ExportLinks as ExportLinks_fa146f162f1baa34ea0be4e21c02ffdb } from '../../../../src/admin/lists/ExportLinks.tsx'
import { OnSeveral as OnSeveral_86cb62576615406324b9e7914ef2927c } from '../../../../src/admin/lists/OnSeveral.tsx'
import { FileView as FileView_7d45a68f3514c6660e94e51f0336add7 } from '../../../../src/admin/adhesion/FileView.tsx'
import { MailCell as MailCell_6ecfe39e2279c60d94b3ff0657cd6cf5 } from '../../../../src/admin/cells/MailCell.tsx'
import { MailErrorCell as MailErrorCell_3cf90fc8e837cf6bf0d66f49335c1c9e } from '../../../../src/admin/cells/MailErrorCell.tsx'
import { MailView as MailView_69e0caa33a95131b41b36a0240002135 } from '../../../../src/admin/mails/MailView.tsx'
import { RelationshipFeatureClient as RelationshipFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { AlignFeatureClient as AlignFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { SuperscriptFeatureClient as SuperscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { SubscriptFeatureClient as SubscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { CharterStatusCell as CharterStatusCell_df4f99461377a45963fcea64889f94d8 } from '../../../../src/admin/cells/CharterStatusCell.tsx'
import { PendingPanel as PendingPanel_bbac94b72022fb47a2ad7b21aa1e11d6 } from '../../../../src/admin/pending/PendingPanel.tsx'
import { SaveDraft as SaveDraft_2a7b24b937c1a4732e113678c89a6a7f } from '../../../../src/admin/edit/SaveDraft.tsx'
import { MemberStatusCell as MemberStatusCell_2fce65b934988db6ed477eef3bd2c567 } from '../../../../src/admin/cells/MemberStatusCell.tsx'
import { ConfirmationField as ConfirmationField_dd73e2f624905c3b0e5b02b8c80623f8 } from '../../../../src/admin/fields/ConfirmationField.tsx'
import { EnterMember as EnterMember_7a412072323b9ba2f11e838f7d178b29 } from '../../../../src/admin/lists/EnterMember.tsx'
import { OnDay as OnDay_d7460f6a814a52213f92931743e5a65b } from '../../../../src/admin/lists/OnDay.tsx'
import { MemberHistory as MemberHistory_b7001de0cb8c4fa69d9caa019c79885f } from '../../../../src/admin/history/MemberHistory.tsx'
import { RuleField as RuleField_61091e524f9d6e55e8e5efd7ade721d5 } from '../../../../src/admin/fields/RuleField.tsx'
import { BodyComposition as BodyComposition_cfe9db8e2626fea882ef69e4fe0ce133 } from '../../../../src/admin/history/BodyComposition.tsx'
import { MandateStandingCell as MandateStandingCell_dd61151c247f538c765b9cd335dfc78f } from '../../../../src/admin/cells/MandateStandingCell.tsx'
import { SaveNew as SaveNew_ea5c5d1e0edda13760856df451b8115b } from '../../../../src/admin/edit/SaveNew.tsx'
import { AccountField as AccountField_17176b9f54da75c919b8d6d0f4c5803a } from '../../../../src/admin/fields/AccountField.tsx'
import { AccessExport as AccessExport_69f488f4c61707f8bb5ad51ef1d9bd01 } from '../../../../src/admin/lists/AccessExport.tsx'
import { PersonMandates as PersonMandates_23d807f324fdb4045866c0bc147c2908 } from '../../../../src/admin/history/PersonMandates.tsx'
import { Icon as Icon_b99866073faf96fe5539d3158828fbc3 } from '../../../../src/admin/graphics/Icon.tsx'
import { Logo as Logo_7f43460967fdef90d6d50cf2986daaaf } from '../../../../src/admin/graphics/Logo.tsx'
import { FiguresLink as FiguresLink_aeb86faa7ebf3e48a286d84b1a205654 } from '../../../../src/admin/figures/FiguresLink.tsx'
import { AccountsLink as AccountsLink_14168afa19f0c480f50555e186a6bd78 } from '../../../../src/admin/accounts/AccountsLink.tsx'
import { SecurityLink as SecurityLink_ae777bb297d4884793f6bdc0956b1a51 } from '../../../../src/admin/security/SecurityLink.tsx'
import { RegisterLink as RegisterLink_1c4e037f553fde5a91ca9836ad916e3d } from '../../../../src/admin/register/RegisterLink.tsx'
import { WebhooksLink as WebhooksLink_075998ee8bc061b6ac783e560021feae } from '../../../../src/admin/webhooks/WebhooksLink.tsx'
import { Version as Version_0aacb06e78878ef6c3f554ce81757406 } from '../../../../src/admin/version/Version.tsx'
import { Queues as Queues_1f54c215558030aa98a52e1c9b7ea436 } from '../../../../src/admin/queues/Queues.tsx'
import { S3ClientUploadHandler as S3ClientUploadHandler_f97aa6c64367fa259c5bc0567239ef24 } from '@payloadcms/storage-s3/client'
import { AccountsView as AccountsView_3e0f0fa4f90ce09ac37b853351840e37 } from '../../../../src/admin/accounts/AccountsView.tsx'
import { FiguresView as FiguresView_53a225146eaed6698c08fa69c05d860d } from '../../../../src/admin/figures/FiguresView.tsx'
import { SignInView as SignInView_b6acc34ee8362070b643569f696fd1fb } from '../../../../src/admin/sign-in/SignInView.tsx'
import { SecurityView as SecurityView_4a9506a589b7109b5c729dca479f1af8 } from '../../../../src/admin/security/SecurityView.tsx'
import { RegisterView as RegisterView_73c4fb4e73f485559933de9b482cd0f0 } from '../../../../src/admin/register/RegisterView.tsx'
import { WebhooksView as WebhooksView_998005fc87875b5703dbf34df0199c5e } from '../../../../src/admin/webhooks/WebhooksView.tsx'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "/src/admin/cells/MomentCell.tsx#MomentCell": MomentCell_25c617395548276b7467c937455bf13f,
  "/src/admin/fields/MomentField.tsx#MomentField": MomentField_85e0b86eaa15989be600444c20254e30,
  "/src/admin/sign-in/OwnSecurity.tsx#OwnSecurity": OwnSecurity_36cf6d6783b5c9880f4d18f6ea1b2b88,
  "/src/admin/invite/AccountPanel.tsx#AccountPanel": AccountPanel_ce93a80cccbfca29735cec608217abc3,
  "/src/admin/invite/AccountView.tsx#AccountView": AccountView_39b2ef2267baf745e0168cf6ee1d3b64,
  "/src/admin/fields/InEnglish.tsx#InEnglish": InEnglish_09749f53418517e42bb8e4ac50d1c9f1,
  "/src/admin/cells/TitleCell.tsx#TitleCell": TitleCell_4b49bc63ce88b8f2506f32e01853a250,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalCell": RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalField": RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#LexicalDiffComponent": LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e,
  "/src/admin/paste/CleanPaste.tsx#CleanPaste": CleanPaste_7c70fe0bce5382f1364d81555d909bf0,
  "@payloadcms/richtext-lexical/client#FixedToolbarFeatureClient": FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#TableFeatureClient": TableFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UploadFeatureClient": UploadFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#LinkFeatureClient": LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BoldFeatureClient": BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ItalicFeatureClient": ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnderlineFeatureClient": UnderlineFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#StrikethroughFeatureClient": StrikethroughFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#InlineCodeFeatureClient": InlineCodeFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ParagraphFeatureClient": ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HeadingFeatureClient": HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#IndentFeatureClient": IndentFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnorderedListFeatureClient": UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#OrderedListFeatureClient": OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ChecklistFeatureClient": ChecklistFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BlockquoteFeatureClient": BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HorizontalRuleFeatureClient": HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#InlineToolbarFeatureClient": InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "/src/admin/cells/RegionCell.tsx#RegionCell": RegionCell_1fbaa934279917fe9ad71fb0eed00b5e,
  "/src/admin/fields/RegionField.tsx#RegionField": RegionField_a03250bfe93b5f7015e2ca0dfb79a203,
  "/src/admin/publishing/ScheduleField.tsx#ScheduleField": ScheduleField_1497efae6055abe434fdfb49bbc9077f,
  "/src/admin/fields/UsedIn.tsx#UsedIn": UsedIn_74758386c58b64d22ee7538e1cb948cf,
  "/src/admin/import/ImportText.tsx#ImportText": ImportText_68f51902a41a39cad61e843979cae9af,
  "/src/admin/publishing/LivePreviewReload.tsx#LivePreviewReload": LivePreviewReload_ca604c7592a66304622e90bd3a0b39d4,
  "/src/admin/edit/StaleRecord.tsx#StaleRecord": StaleRecord_e3bb4661cdbe0888ae07a76304d9ddea,
  "/src/admin/edit/TypedStays.tsx#TypedStays": TypedStays_832ee1679774d8a82a1d62cc2db1d4fa,
  "/src/admin/edit/UnsavedText.tsx#UnsavedText": UnsavedText_c277728cc9c063f93f4cf61855ca1b91,
  "/src/admin/cells/DayCell.tsx#DayCell": DayCell_aadc05568141ca565723b0191c406de3,
  "/src/admin/fields/DayField.tsx#DayField": DayField_47e2203c33cd3a11be3f06d66df79bd6,
  "/src/admin/publications/ApprovalPanel.tsx#ApprovalPanel": ApprovalPanel_e3d24fb6644d4277925b2fcc969af162,
  "/src/admin/cells/StateCell.tsx#StateCell": StateCell_319ad825dcc748a6bd5ab0dea912ced3,
  "/src/admin/cells/Heading.tsx#Heading": Heading_b4a7b03e3c88fc707411e71185917420,
  "/src/admin/cells/AgeCell.tsx#AgeCell": AgeCell_96e664b888d70b01f55c6b125dc14d5d,
  "/src/admin/cells/TermCell.tsx#TermCell": TermCell_d5076cd3ba366e127d6a2a00fbd8e0c8,
  "/src/admin/lists/ListFilters.tsx#ListFilters": ListFilters_43d442ba78686d65576a6cee12851545,
  "/src/admin/lists/ExportLinks.tsx#ExportLinks": ExportLinks_fa146f162f1baa34ea0be4e21c02ffdb,
  "/src/admin/lists/OnSeveral.tsx#OnSeveral": OnSeveral_86cb62576615406324b9e7914ef2927c,
  "/src/admin/adhesion/FileView.tsx#FileView": FileView_7d45a68f3514c6660e94e51f0336add7,
  "/src/admin/cells/MailCell.tsx#MailCell": MailCell_6ecfe39e2279c60d94b3ff0657cd6cf5,
  "/src/admin/cells/MailErrorCell.tsx#MailErrorCell": MailErrorCell_3cf90fc8e837cf6bf0d66f49335c1c9e,
  "/src/admin/mails/MailView.tsx#MailView": MailView_69e0caa33a95131b41b36a0240002135,
  "@payloadcms/richtext-lexical/client#RelationshipFeatureClient": RelationshipFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#AlignFeatureClient": AlignFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#SuperscriptFeatureClient": SuperscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#SubscriptFeatureClient": SubscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "/src/admin/cells/CharterStatusCell.tsx#CharterStatusCell": CharterStatusCell_df4f99461377a45963fcea64889f94d8,
  "/src/admin/pending/PendingPanel.tsx#PendingPanel": PendingPanel_bbac94b72022fb47a2ad7b21aa1e11d6,
  "/src/admin/edit/SaveDraft.tsx#SaveDraft": SaveDraft_2a7b24b937c1a4732e113678c89a6a7f,
  "/src/admin/cells/MemberStatusCell.tsx#MemberStatusCell": MemberStatusCell_2fce65b934988db6ed477eef3bd2c567,
  "/src/admin/fields/ConfirmationField.tsx#ConfirmationField": ConfirmationField_dd73e2f624905c3b0e5b02b8c80623f8,
  "/src/admin/lists/EnterMember.tsx#EnterMember": EnterMember_7a412072323b9ba2f11e838f7d178b29,
  "/src/admin/lists/OnDay.tsx#OnDay": OnDay_d7460f6a814a52213f92931743e5a65b,
  "/src/admin/history/MemberHistory.tsx#MemberHistory": MemberHistory_b7001de0cb8c4fa69d9caa019c79885f,
  "/src/admin/fields/RuleField.tsx#RuleField": RuleField_61091e524f9d6e55e8e5efd7ade721d5,
  "/src/admin/history/BodyComposition.tsx#BodyComposition": BodyComposition_cfe9db8e2626fea882ef69e4fe0ce133,
  "/src/admin/cells/MandateStandingCell.tsx#MandateStandingCell": MandateStandingCell_dd61151c247f538c765b9cd335dfc78f,
  "/src/admin/edit/SaveNew.tsx#SaveNew": SaveNew_ea5c5d1e0edda13760856df451b8115b,
  "/src/admin/fields/AccountField.tsx#AccountField": AccountField_17176b9f54da75c919b8d6d0f4c5803a,
  "/src/admin/lists/AccessExport.tsx#AccessExport": AccessExport_69f488f4c61707f8bb5ad51ef1d9bd01,
  "/src/admin/history/PersonMandates.tsx#PersonMandates": PersonMandates_23d807f324fdb4045866c0bc147c2908,
  "/src/admin/graphics/Icon.tsx#Icon": Icon_b99866073faf96fe5539d3158828fbc3,
  "/src/admin/graphics/Logo.tsx#Logo": Logo_7f43460967fdef90d6d50cf2986daaaf,
  "/src/admin/figures/FiguresLink.tsx#FiguresLink": FiguresLink_aeb86faa7ebf3e48a286d84b1a205654,
  "/src/admin/accounts/AccountsLink.tsx#AccountsLink": AccountsLink_14168afa19f0c480f50555e186a6bd78,
  "/src/admin/security/SecurityLink.tsx#SecurityLink": SecurityLink_ae777bb297d4884793f6bdc0956b1a51,
  "/src/admin/register/RegisterLink.tsx#RegisterLink": RegisterLink_1c4e037f553fde5a91ca9836ad916e3d,
  "/src/admin/webhooks/WebhooksLink.tsx#WebhooksLink": WebhooksLink_075998ee8bc061b6ac783e560021feae,
  "/src/admin/version/Version.tsx#Version": Version_0aacb06e78878ef6c3f554ce81757406,
  "/src/admin/queues/Queues.tsx#Queues": Queues_1f54c215558030aa98a52e1c9b7ea436,
  "@payloadcms/storage-s3/client#S3ClientUploadHandler": S3ClientUploadHandler_f97aa6c64367fa259c5bc0567239ef24,
  "/src/admin/accounts/AccountsView.tsx#AccountsView": AccountsView_3e0f0fa4f90ce09ac37b853351840e37,
  "/src/admin/figures/FiguresView.tsx#FiguresView": FiguresView_53a225146eaed6698c08fa69c05d860d,
  "/src/admin/sign-in/SignInView.tsx#SignInView": SignInView_b6acc34ee8362070b643569f696fd1fb,
  "/src/admin/security/SecurityView.tsx#SecurityView": SecurityView_4a9506a589b7109b5c729dca479f1af8,
  "/src/admin/register/RegisterView.tsx#RegisterView": RegisterView_73c4fb4e73f485559933de9b482cd0f0,
  "/src/admin/webhooks/WebhooksView.tsx#WebhooksView": WebhooksView_998005fc87875b5703dbf34df0199c5e,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
