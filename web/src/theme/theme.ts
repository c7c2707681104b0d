import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core'

/** Mantine wants ten shades; ours are two, one for each theme, and what lies between is for its own hover states. */
const sea: MantineColorsTuple = [
  '#e6f3f8',
  '#cfe6ef',
  '#a9d4e4',
  '#82c8e2',
  '#63b8d8',
  '#3f9bbd',
  '#2280a3',
  '#136c8d',
  '#0b5c7a',
  '#094b64',
]

/** The dark theme between its ink and what lies below its surface: menus, dialogs and notes take their ground from here. */
const dark: MantineColorsTuple = [
  '#e4eaef',
  '#c9d3db',
  '#9db0bf',
  '#84919d',
  '#33414d',
  '#26323d',
  '#17212a',
  '#0f171e',
  '#0b1218',
  '#070c10',
]

/** Compact, flat, one radius: the anatomy of look.md in Mantine's words. */
export const theme = createTheme({
  primaryColor: 'sea',
  primaryShade: { light: 8, dark: 4 },
  colors: { sea, dark },
  autoContrast: true,
  black: '#16212B',
  fontFamily: "'Inter Variable', Inter, system-ui, sans-serif",
  fontFamilyMonospace: 'var(--mono)',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '16px', sm: '18px', md: '20px', lg: '24px', xl: '28px' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  defaultRadius: 6,
  radius: { xs: '6px', sm: '6px', md: '6px', lg: '6px', xl: '6px' },
  shadows: { xs: 'none', sm: 'none', md: 'var(--shadow)', lg: 'var(--shadow)', xl: 'var(--shadow)' },
  respectReducedMotion: true,
  cursorType: 'pointer',
  // Plain objects: naming the parts themselves would load each of them with the first page.
  components: {
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray' } },
    Button: { defaultProps: { size: 'sm', variant: 'filled' } },
    Menu: { defaultProps: { shadow: 'md', transitionProps: { duration: 0 }, withInitialFocusPlaceholder: false } },
    Modal: {
      defaultProps: {
        transitionProps: { duration: 0 },
        centered: true,
        padding: 'lg',
        closeButtonProps: { 'aria-label': 'Close' },
        // A dialog's head is no banner of the page.
        attributes: { header: { role: 'presentation' } },
      },
    },
    Popover: { defaultProps: { shadow: 'md', transitionProps: { duration: 0 } } },
    Portal: { defaultProps: { target: '#overlays' } },
  },
})

/** Mantine's own variables point at our tokens, which also mends its pale dimmed text and placeholders. */
export const mantineVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: schemeVariables,
  dark: schemeVariables,
})

const schemeVariables = {
  '--mantine-color-body': 'var(--surface)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-bright': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--second-ink)',
  '--mantine-color-placeholder': 'var(--second-ink)',
  '--mantine-color-anchor': 'var(--sea)',
  '--mantine-color-error': 'var(--red-text)',
  '--mantine-color-default': 'var(--surface)',
  '--mantine-color-default-hover': 'var(--subtle)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--control-border)',
  '--mantine-color-disabled': 'var(--grey-tint)',
  '--mantine-color-disabled-color': 'var(--second-ink)',
  '--mantine-color-disabled-border': 'var(--hairline)',
  '--mantine-color-gray-light-color': 'var(--second-ink)',
  '--mantine-color-gray-light-hover': 'var(--grey-tint)',
  '--mantine-primary-color-filled': 'var(--sea)',
  '--mantine-primary-color-filled-hover': 'var(--sea-hover)',
  '--mantine-primary-color-contrast': 'var(--on-sea)',
  '--mantine-primary-color-light': 'var(--blue-tint)',
  '--mantine-primary-color-light-color': 'var(--sea)',
  '--mantine-color-sea-filled': 'var(--sea)',
  '--mantine-color-sea-filled-hover': 'var(--sea-hover)',
}
