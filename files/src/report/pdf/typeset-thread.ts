import { parentPort, workerData } from 'node:worker_threads'
import { type TypesetJob, typeset } from './typeset.ts'

/** Entry of the thread that typesets one document: its bytes are the only message, a failure ends the thread. */
parentPort?.postMessage(typeset(workerData as TypesetJob))
