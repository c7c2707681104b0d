import { parentPort, workerData } from 'node:worker_threads'
import { parseXls } from './parse-xls.ts'

/** Entry of the thread that reads one legacy workbook; its only message is the workbook, a failure ends the thread. */
parentPort?.postMessage(parseXls(workerData as Uint8Array))
