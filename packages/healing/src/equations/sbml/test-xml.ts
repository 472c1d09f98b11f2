/** An element of an XML document: what a test needs of one. */
export interface XmlNode {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly XmlNode[]
  /** Text of the element itself; each child leaves a bar in it. */
  readonly text: string
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' }
const plain = (text: string): string =>
  text.replaceAll(/&(\w*);?/g, (whole, name: string) => {
    const sign = ENTITIES[name]
    if (sign === undefined || !whole.endsWith(';')) throw new Error(`The entity ${whole} is not known.`)
    return sign
  })

const TAG =
  /<(?<close>\/)?(?<name>[A-Za-z_][\w:.-]*)(?<attributes>(?:\s+[A-Za-z_][\w:.-]*="[^"<]*")*)\s*(?<empty>\/)?>|(?<text>[^<]+)/y

/** Reads a document and throws where it is not well formed. Comments, CDATA and doctypes are not known. */
export function parseXml(document: string): XmlNode {
  const [head = ''] = /^<\?xml[^?]*\?>\s*/.exec(document) ?? []
  type Open = { name: string; attributes: Map<string, string>; children: XmlNode[]; text: string }
  const root: Open = { name: '', attributes: new Map(), children: [], text: '' }
  const open: Open[] = [root]
  for (TAG.lastIndex = head.length; TAG.lastIndex < document.length; ) {
    const from = TAG.lastIndex
    const groups = TAG.exec(document)?.groups
    if (!groups) throw new Error(`Not well formed at character ${from}: ${document.slice(from, from + 40)}`)
    const inner = open.at(-1)!
    if (groups.text !== undefined) inner.text += plain(groups.text)
    else if (groups.close) {
      if (open.length === 1 || inner.name !== groups.name) throw new Error(`</${groups.name}> closes <${inner.name}>.`)
      open.pop()
    } else {
      const attributes = new Map<string, string>()
      for (const [, key = '', value = ''] of groups.attributes!.matchAll(/\s([\w:.-]+)="([^"]*)"/g)) {
        if (attributes.has(key)) throw new Error(`The attribute ${key} stands twice.`)
        attributes.set(key, plain(value))
      }
      const node: Open = { name: groups.name!, attributes, children: [], text: '' }
      inner.children.push(node)
      inner.text += '|'
      if (!groups.empty) open.push(node)
    }
  }
  if (open.length !== 1) throw new Error(`<${open.at(-1)!.name}> is not closed.`)
  if (root.children.length !== 1 || root.text.trim() !== '|')
    throw new Error('A document has one root and no text beside it.')
  return root.children[0]!
}

/** Every element of a name below a node, in document order. */
export const listNodes = (node: XmlNode, name: string): XmlNode[] =>
  node.children.flatMap((child) => [...(child.name === name ? [child] : []), ...listNodes(child, name)])
