import { fireEvent } from '@testing-library/react'
import userEvent from '@testing-library/user-event'

/** Puts a day into a date field at once, as pasting it does, and confirms it. */
export async function enterDate(field: HTMLElement, on: string): Promise<void> {
  await userEvent.click(field)
  fireEvent.change(field, { target: { value: on } })
  await userEvent.keyboard('{Enter}')
}
