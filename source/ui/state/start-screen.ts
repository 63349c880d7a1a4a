import type {Screen} from './app-state.ts';

/** The start screen as it is first seen. */
export const startScreen: Extract<Screen, {kind: 'start'}> = {kind: 'start', row: 0, opening: null};
