import type { Drawing } from '../charts/svg.ts'

/**
 * A report as sections, tables and pictures: everything decided and worded, nothing laid out. Writers turn it into PDF;
 * a page may show the same.
 */
export interface ReportDocument {
  readonly title: string
  readonly project: string
  readonly customer: string
  readonly author: string
  readonly version: string
  /** The day the report was made, as people read it. */
  readonly date: string
  /** One line on what the report was made from. */
  readonly basis: string
  readonly answer: AnswerPage
  readonly sections: readonly Section[]
}

/** The answer on one page, before any table. */
export interface AnswerPage {
  readonly headline: string
  readonly verdict: Callout
  readonly figures: readonly Figure[]
  readonly risk: Chart
  readonly actions: readonly Action[]
  readonly assumptions: readonly string[]
}

export interface Action {
  readonly title: string
  readonly detail: string
}

export interface Section {
  readonly title: string
  /** Wide sections lie across the page. */
  readonly isWide: boolean
  readonly isAppendix: boolean
  readonly blocks: readonly Block[]
}

export type Tone = 'plain' | 'green' | 'amber' | 'red' | 'blue' | 'faint'

export interface Callout {
  readonly kind: 'callout'
  readonly tone: Tone
  readonly title: string
  readonly text: string
}

export interface Figure {
  readonly label: string
  readonly value: string
  readonly note: string
  readonly tone: Tone
}

export interface Chart {
  readonly kind: 'chart'
  /** States the finding. */
  readonly title: string
  /** How to read it, or what is left out; '' for nothing. */
  readonly note: string
  readonly drawing: Drawing
}

export interface Card {
  readonly title: string
  readonly value: string
  readonly detail: string
  readonly note: string
  readonly isMarked: boolean
}

export interface TableColumn {
  readonly header: string
  /** In the header, in second ink; '' for none. */
  readonly unit: string
  readonly align: 'left' | 'right'
  /** Share of the width, against the other columns. */
  readonly width: number
  /** Monospace: ids, paths, cells. */
  readonly isCode: boolean
  /** Cut with an ellipsis rather than wrapped, so that a long table keeps one line a row. */
  readonly isCut: boolean
}

export type Cell = string | { readonly text: string; readonly tone: Tone }

/** A row of cells, or a line across the table that heads the rows below it. */
export type TableRow = readonly Cell[] | { readonly group: string }

export interface Table {
  readonly kind: 'table'
  /** '' for a table that its heading names. */
  readonly title: string
  readonly columns: readonly TableColumn[]
  readonly rows: readonly TableRow[]
  /** Last line, in bold; null for none. */
  readonly totals: readonly Cell[] | null
  /** What is left out and where it is; '' for nothing. */
  readonly note: string
}

/** A rule or formula: a name, its text, and the values in force. */
export interface Definition {
  readonly term: string
  readonly code: string
  readonly text: string
  readonly values: string
}

export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'bullets'; readonly items: readonly string[] }
  | { readonly kind: 'cards'; readonly cards: readonly Card[] }
  | { readonly kind: 'definitions'; readonly definitions: readonly Definition[] }
  | {
      readonly kind: 'gauge'
      readonly label: string
      readonly percent: number
      readonly shown: string
      readonly tone: Tone
    }
  | Callout
  | Chart
  | Table

export interface ReportOptions {
  /** When the report is made; it appears on the cover. */
  readonly generatedAt: number
  /** How many VMs each table of VMs lists at most. */
  readonly vmRows: number
}
