// Made by packages/healing/generate.ts from evidence/. Do not edit: change the table and run it again.
import type { Site } from '../dose/site.ts'
import type { SkinLayers } from '../dose/skin-layers.ts'

export const SITE_LAYERS: Readonly<Record<Site, SkinLayers>> = {
  forehead: {
    stratumCorneum: {"meanMm":0.0168,"sdMm":0.0056,"methods":["pooled"],"sources":"assumed"},
    epidermis: {"meanMm":0.0708,"sdMm":0.018,"methods":["imaging"],"sources":["SK01","SK02"]},
    dermis: {"meanMm":0.9887,"sdMm":0.3371,"methods":["imaging"],"sources":["SK03","SK04"]},
  },
  glabella: {
    stratumCorneum: {"meanMm":0.0168,"sdMm":0.0056,"methods":["pooled"],"sources":"assumed"},
    epidermis: {"meanMm":0.0674,"sdMm":0.0164,"methods":["imaging"],"sources":["SK05","SK06"]},
    dermis: {"meanMm":0.9997,"sdMm":0.3556,"methods":["imaging"],"sources":["SK07","SK08"]},
  },
  temple: {
    stratumCorneum: {"meanMm":0.0168,"sdMm":0.0056,"methods":["pooled"],"sources":"assumed"},
    epidermis: {"meanMm":0.0626,"sdMm":0.0145,"methods":["imaging"],"sources":["SK09","SK10"]},
    dermis: {"meanMm":0.908,"sdMm":0.3,"methods":["imaging"],"sources":["SK11","SK12"]},
  },
  aroundEye: {
    stratumCorneum: {"meanMm":0.0168,"sdMm":0.0056,"methods":["pooled"],"sources":"assumed"},
    epidermis: {"meanMm":0.049,"sdMm":0.0135,"methods":["histology","imaging"],"sources":["SK66","SK13","SK14"]},
    dermis: {"meanMm":0.6174,"sdMm":0.1829,"methods":["imaging","histology"],"sources":["SK15","SK16","SK34","SK67"]},
  },
  nose: {
    stratumCorneum: {"meanMm":0.0168,"sdMm":0.0056,"methods":["pooled"],"sources":"assumed"},
    epidermis: {"meanMm":0.066,"sdMm":0.0159,"methods":["imaging"],"sources":["SK17","SK18"]},
    dermis: {"meanMm":0.9715,"sdMm":0.3691,"methods":["imaging","histology","scan"],"sources":["SK19","SK20","SK33","SK73"]},
  },
  cheekbone: {
    stratumCorneum: {"meanMm":0.0168,"sdMm":0.0056,"methods":["pooled"],"sources":"assumed"},
    epidermis: {"meanMm":0.0666,"sdMm":0.0171,"methods":["imaging"],"sources":["SK21","SK22"]},
    dermis: {"meanMm":0.9821,"sdMm":0.3891,"methods":["imaging"],"sources":["SK23","SK24"]},
  },
  cheek: {
    stratumCorneum: {"meanMm":0.0168,"sdMm":0.0056,"methods":["raman"],"sources":["SK45"]},
    epidermis: {"meanMm":0.0791,"sdMm":0.0213,"methods":["histology"],"sources":["SK40"]},
    dermis: {"meanMm":1.3542,"sdMm":0.7879,"methods":["scan","pooled"],"sources":["SK74"]},
  },
  upperLip: {
    stratumCorneum: {"meanMm":0.0168,"sdMm":0.0056,"methods":["pooled"],"sources":"assumed"},
    epidermis: {"meanMm":0.1021,"sdMm":0.0532,"methods":["histology"],"sources":["SK35","SK37","SK38"]},
    dermis: {"meanMm":0.9698,"sdMm":0.4028,"methods":["pooled"],"sources":"assumed"},
  },
  chin: {
    stratumCorneum: {"meanMm":0.0168,"sdMm":0.0056,"methods":["pooled"],"sources":"assumed"},
    epidermis: {"meanMm":0.0656,"sdMm":0.0216,"methods":["pooled"],"sources":"assumed"},
    dermis: {"meanMm":0.9698,"sdMm":0.4028,"methods":["pooled"],"sources":"assumed"},
  },
  jaw: {
    stratumCorneum: {"meanMm":0.0168,"sdMm":0.0056,"methods":["pooled"],"sources":"assumed"},
    epidermis: {"meanMm":0.0654,"sdMm":0.0259,"methods":["imaging"],"sources":["SK25","SK26"]},
    dermis: {"meanMm":0.9557,"sdMm":0.3682,"methods":["imaging"],"sources":["SK27","SK28"]},
  },
  neck: {
    stratumCorneum: {"meanMm":0.0168,"sdMm":0.0056,"methods":["pooled"],"sources":"assumed"},
    epidermis: {"meanMm":0.0606,"sdMm":0.0164,"methods":["imaging"],"sources":["SK29","SK30"]},
    dermis: {"meanMm":0.9858,"sdMm":0.2915,"methods":["imaging"],"sources":["SK31","SK32"]},
  },
  back: {
    stratumCorneum: {"meanMm":0.0196,"sdMm":0.0051,"methods":["pooled"],"sources":"assumed"},
    epidermis: {"meanMm":0.0997,"sdMm":0.0333,"methods":["pooled"],"sources":"assumed"},
    dermis: {"meanMm":1.942,"sdMm":0.6475,"methods":["histology"],"sources":["SK76"]},
  },
  body: {
    stratumCorneum: {"meanMm":0.0196,"sdMm":0.0051,"methods":["pooled"],"sources":"assumed"},
    epidermis: {"meanMm":0.0997,"sdMm":0.0333,"methods":["histology"],"sources":["SK78"]},
    dermis: {"meanMm":2.0039,"sdMm":0.7928,"methods":["pooled"],"sources":"assumed"},
  },
  face: {
    stratumCorneum: {"meanMm":0.0168,"sdMm":0.0056,"methods":["pooled"],"sources":"assumed"},
    epidermis: {"meanMm":0.0656,"sdMm":0.0216,"methods":["pooled"],"sources":"assumed"},
    dermis: {"meanMm":0.9698,"sdMm":0.5242,"methods":["pooled","scan"],"sources":["SK75"]},
  },
  scalp: {
    stratumCorneum: {"meanMm":0.0168,"sdMm":0.0056,"methods":["pooled"],"sources":"assumed"},
    epidermis: {"meanMm":0.0659,"sdMm":0.0199,"methods":["histology"],"sources":["SK39"]},
    dermis: {"meanMm":0.9698,"sdMm":0.4028,"methods":["pooled"],"sources":"assumed"},
  },
  decollete: {
    stratumCorneum: {"meanMm":0.0196,"sdMm":0.0051,"methods":["pooled"],"sources":"assumed"},
    epidermis: {"meanMm":0.0997,"sdMm":0.0333,"methods":["pooled"],"sources":"assumed"},
    dermis: {"meanMm":2.0039,"sdMm":0.7928,"methods":["pooled"],"sources":"assumed"},
  },
  breast: {
    stratumCorneum: {"meanMm":0.0196,"sdMm":0.0051,"methods":["pooled"],"sources":"assumed"},
    epidermis: {"meanMm":0.0769,"sdMm":0.0309,"methods":["histology"],"sources":["SK41"]},
    dermis: {"meanMm":3.4349,"sdMm":2.578,"methods":["histology","pooled"],"sources":["SK44"]},
  },
  shoulder: {
    stratumCorneum: {"meanMm":0.011,"sdMm":0.0032,"methods":["histology"],"sources":["SK51"]},
    epidermis: {"meanMm":0.0813,"sdMm":0.0215,"methods":["histology"],"sources":["SK52","SK51"]},
    dermis: {"meanMm":2.4587,"sdMm":0.8198,"methods":["imaging"],"sources":["SK57"]},
  },
  upperArm: {
    stratumCorneum: {"meanMm":0.0196,"sdMm":0.0051,"methods":["pooled"],"sources":"assumed"},
    epidermis: {"meanMm":0.0997,"sdMm":0.0333,"methods":["pooled"],"sources":"assumed"},
    dermis: {"meanMm":1.8806,"sdMm":0.6195,"methods":["imaging"],"sources":["SK58","SK65"]},
  },
  forearm: {
    stratumCorneum: {"meanMm":0.0196,"sdMm":0.0051,"methods":["raman","histology"],"sources":["SK46","SK55","SK56","SK49"]},
    epidermis: {"meanMm":0.0749,"sdMm":0.0191,"methods":["histology"],"sources":["SK50","SK49"]},
    dermis: {"meanMm":2.0039,"sdMm":0.7928,"methods":["pooled"],"sources":"assumed"},
  },
  hand: {
    stratumCorneum: {"meanMm":0.0293,"sdMm":0.0098,"methods":["raman"],"sources":["SK47"]},
    epidermis: {"meanMm":0.0997,"sdMm":0.0333,"methods":["pooled"],"sources":"assumed"},
    dermis: {"meanMm":2.0587,"sdMm":1.0277,"methods":["histology","pooled"],"sources":["SK43"]},
  },
  abdomen: {
    stratumCorneum: {"meanMm":0.0196,"sdMm":0.0051,"methods":["pooled"],"sources":"assumed"},
    epidermis: {"meanMm":0.0997,"sdMm":0.0333,"methods":["pooled"],"sources":"assumed"},
    dermis: {"meanMm":2.2503,"sdMm":0.6522,"methods":["imaging"],"sources":["SK63"]},
  },
  flank: {
    stratumCorneum: {"meanMm":0.0196,"sdMm":0.0051,"methods":["pooled"],"sources":"assumed"},
    epidermis: {"meanMm":0.0997,"sdMm":0.0333,"methods":["pooled"],"sources":"assumed"},
    dermis: {"meanMm":1.8103,"sdMm":0.6036,"methods":["imaging"],"sources":["SK59"]},
  },
  hip: {
    stratumCorneum: {"meanMm":0.0196,"sdMm":0.0051,"methods":["pooled"],"sources":"assumed"},
    epidermis: {"meanMm":0.0997,"sdMm":0.0333,"methods":["pooled"],"sources":"assumed"},
    dermis: {"meanMm":2.0039,"sdMm":0.7928,"methods":["pooled"],"sources":"assumed"},
  },
  buttock: {
    stratumCorneum: {"meanMm":0.0149,"sdMm":0.0046,"methods":["histology"],"sources":["SK53"]},
    epidermis: {"meanMm":0.0964,"sdMm":0.0252,"methods":["histology"],"sources":["SK54","SK53"]},
    dermis: {"meanMm":2.0039,"sdMm":0.7928,"methods":["pooled"],"sources":"assumed"},
  },
  thigh: {
    stratumCorneum: {"meanMm":0.0196,"sdMm":0.0051,"methods":["pooled"],"sources":"assumed"},
    epidermis: {"meanMm":0.0997,"sdMm":0.0333,"methods":["pooled"],"sources":"assumed"},
    dermis: {"meanMm":1.77,"sdMm":0.5902,"methods":["imaging"],"sources":["SK61","SK62"]},
  },
  knee: {
    stratumCorneum: {"meanMm":0.0196,"sdMm":0.0051,"methods":["pooled"],"sources":"assumed"},
    epidermis: {"meanMm":0.0997,"sdMm":0.0333,"methods":["pooled"],"sources":"assumed"},
    dermis: {"meanMm":2.0039,"sdMm":0.7928,"methods":["pooled"],"sources":"assumed"},
  },
  calf: {
    stratumCorneum: {"meanMm":0.0196,"sdMm":0.0051,"methods":["pooled"],"sources":"assumed"},
    epidermis: {"meanMm":0.0997,"sdMm":0.0333,"methods":["pooled"],"sources":"assumed"},
    dermis: {"meanMm":2.0039,"sdMm":0.7928,"methods":["pooled"],"sources":"assumed"},
  },
}
