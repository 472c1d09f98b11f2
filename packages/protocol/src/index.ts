export { canonicalBytes, canonicalJson } from './canonical-json.ts'
export { type ChainedEvent, type ChainFault, type ChainResult, chainHash, verifyChain } from './chain.ts'
export {
  type Contraindication,
  type ContraindicationId,
  getContraindication,
  getSetting,
  isContraindicationId,
  listContraindications,
  listSettings,
  type Setting,
  type SettingId,
} from './evidence.ts'
