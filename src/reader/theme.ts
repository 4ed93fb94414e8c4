/** Under which name the browser keeps the chosen colours. */
export const THEME_KEY = 'whosaid-theme';

/** Runs before the first paint, so that no page flashes in the other colours; allowed by its hash. */
export const THEME_SCRIPT = `try{const t=localStorage.getItem('${THEME_KEY}');if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch{}`;
