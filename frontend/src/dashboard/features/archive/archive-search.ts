import { searchOf } from '../../app/search-params'

export const archiveSearch = searchOf('as_of')
