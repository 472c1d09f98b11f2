// Made by packages/healing/generate.ts from evidence/. Do not edit: change the table and run it again.
import type { AcneScarStudy } from '../evidence/acne-scar-studies.ts'

export const ACNE_SCAR_ROWS: readonly AcneScarStudy[] = [
  {"id":"AS18","study":"Leheta","year":2011,"people":15,"design":"RCT parallel","randomised":true,"improvementPercent":68.3,"sourceUrl":"https://doi.org/10.1111/j.1524-4725.2010.01854.x","confidence":"verified"},
  {"id":"AS20","study":"Cachafeiro","year":2016,"people":20,"design":"RCT parallel blinded raters","randomised":true,"improvementPercent":27.2,"sourceUrl":"https://www.healio.com/news/dermatology/20160219/nonablative-fractional-laser-microneedling-comparable-in-treating-acne-scars","confidence":"secondary"},
  {"id":"AS46","study":"Malik","year":undefined,"people":50,"design":"split-face prospective","randomised":false,"improvementPercent":48.9,"sourceUrl":"https://doi.org/10.51253/pafmj.v74i2.8105","confidence":"verified"},
  {"id":"AS70","study":"Afra","year":2018,"people":34,"design":"RCT split-face observer-blinded","randomised":true,"improvementPercent":35.7,"sourceUrl":"https://news.medsbla.com/medical-news/dermatology/tazarotene-gel-an-option-for-post-acne-scarring/","confidence":"secondary"},
  {"id":"AS76","study":"CO2 vs MN split-face (PMID:39640445)","year":2024,"people":30,"design":"split-face comparative","randomised":false,"improvementPercent":9.3,"sourceUrl":"https://pubmed.ncbi.nlm.nih.gov/39640445/","confidence":"verified"},
  {"id":"AS87","study":"Fabbrocini (phototypes I-VI)","year":2014,"people":60,"design":"open, three phototype groups","randomised":false,"improvementPercent":31,"sourceUrl":"https://doi.org/10.3109/09546634.2012.742949","confidence":"verified"},
  {"id":"AS97","study":"Saleh and Alkhayer","year":undefined,"people":35,"design":"split-face","randomised":false,"improvementPercent":27.9,"sourceUrl":"https://journalmps.com/?p=587","confidence":"verified"},
  {"id":"AS99","study":"Sohag microneedling series","year":undefined,"people":10,"design":"open single arm","randomised":false,"improvementPercent":8.55,"sourceUrl":"https://smj.journals.ekb.eg/article_40927.html","confidence":"verified"},
]
