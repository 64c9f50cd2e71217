interface Named {
  readonly title: string
  readonly group_title: string
}

/** A voting after its rater group; said once where it has the group's name. */
export function votingName({ title, group_title: group }: Named): string {
  return title === group ? title : `${group} · ${title}`
}
