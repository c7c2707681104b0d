import { VM_COLUMNS } from '@portolan/contract/vms'
import { InvalidError } from '../../../platform/errors.ts'

export class InvalidSort extends InvalidError {
  constructor(sort: string) {
    super(`sort takes a column, with - in front for descending: ${VM_COLUMNS.join(', ')}; found ${sort}`)
  }
}

export class InvalidField extends InvalidError {
  constructor(field: string) {
    super(`fields takes columns, comma separated: ${VM_COLUMNS.join(', ')}; found ${field}`)
  }
}
