import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** Folders of files that live beside the database, each named by the row it belongs to. */
export class DataFolders {
  readonly root: string

  constructor(root: string) {
    this.root = root
  }

  get uploads(): string {
    return join(this.root, 'uploads')
  }

  get exports(): string {
    return join(this.root, 'exports')
  }

  upload(importId: string): string {
    return join(this.uploads, importId)
  }

  export(jobId: string): string {
    return join(this.exports, jobId)
  }

  async make(folder: string): Promise<void> {
    await mkdir(folder, { recursive: true, mode: 0o700 })
  }

  async remove(folder: string): Promise<void> {
    await rm(folder, { recursive: true, force: true })
  }
}
