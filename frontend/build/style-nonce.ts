/** Gives the page's nonce to the styles that antd's parts add without one, as the policy asks. */
import type { Plugin } from 'vite'

const MODULE = /@rc-component[\\/]util[\\/]es[\\/]Dom[\\/]dynamicCSS\.js$/
const GIVEN = 'if (csp?.nonce) {\n    styleNode.nonce = csp?.nonce;\n  }'
const ALWAYS =
  "styleNode.nonce = csp?.nonce ?? document.querySelector('meta[property=csp-nonce]')?.nonce ?? '';"

export function styleNonce(): Plugin {
  return {
    name: 'style-nonce',
    transform: {
      filter: { id: MODULE },
      handler(code) {
        if (!code.includes(GIVEN)) this.error('the place that sets the nonce was not found')
        return { code: code.replace(GIVEN, ALWAYS), map: null }
      },
    },
  }
}
