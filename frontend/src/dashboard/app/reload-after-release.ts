const MARK = 'gongwei.reloaded'

/** A tab that is older than the server's release asks for files that are gone: it loads itself anew, once. */
export function reloadAfterRelease(): void {
  window.addEventListener('vite:preloadError', (event) => {
    if (sessionStorage.getItem(MARK) !== null) return
    sessionStorage.setItem(MARK, '1')
    event.preventDefault()
    window.location.reload()
  })
}
