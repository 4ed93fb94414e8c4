import { useEffect, useState } from 'react';
import { THEME_KEY } from '../theme.ts';

const THEMES = { auto: 'as the system', light: 'light', dark: 'dark' } as const;
type Theme = keyof typeof THEMES;

/** Light, dark, or as the system has it. What is chosen stays in this browser. */
export function ThemeSwitch() {
  const [theme, setTheme] = useState<Theme>('auto');
  useEffect(() => setTheme(readTheme(document.documentElement.dataset.theme)), []);
  const choose = (next: Theme): void => {
    setTheme(next);
    if (next === 'auto') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = next;
    try {
      localStorage.setItem(THEME_KEY, next);
    } catch {
      // Where nothing may be kept, it holds for this page.
    }
  };
  return (
    <span className="theme">
      <label htmlFor="colours">Colours</label>
      <select id="colours" value={theme} onChange={(event) => choose(readTheme(event.target.value))}>
        {Object.entries(THEMES).map(([name, words]) => (
          <option key={name} value={name}>
            {words}
          </option>
        ))}
      </select>
    </span>
  );
}

function readTheme(value: string | undefined): Theme {
  return value === 'light' || value === 'dark' ? value : 'auto';
}
