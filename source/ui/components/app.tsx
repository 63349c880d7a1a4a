import {useApp, useInput, usePaste, useWindowSize} from 'ink';
import {type ReactNode, useEffect, useSyncExternalStore} from 'react';
import type {Command} from '../keys/bindings.ts';
import {commandFor} from '../keys/command-for.ts';
import {typing} from '../keys/context-groups.ts';
import {editOf} from '../keys/edit-of.ts';
import {keyName} from '../keys/key-name.ts';
import {type Pressed, singleKeys} from '../keys/single-keys.ts';
import {typedKeys} from '../keys/typed-keys.ts';
import {present} from '../screens/present.ts';
import {isTooSmall} from '../screens/small-terminal.ts';
import type {AppState} from '../state/app-state.ts';
import {contextOf} from '../state/context-of.ts';
import {footerOf} from '../state/footer-of.ts';
import type {Store} from '../store.ts';
import type {Suspension} from '../suspension.ts';
import {ScreenView} from './screen-view.tsx';

/** Milliseconds between two pictures of the spinner. */
const turnLength = 100;

/** The whole wizard: draws the state, turns keys into commands. It decides nothing. */
export function App({
	store,
	suspension,
}: {
	readonly store: Store;
	readonly suspension?: Pick<Suspension, 'attach'>;
}): ReactNode {
	const state = useSyncExternalStore(store.subscribe, store.get);
	const size = useWindowSize();
	const {columns, rows} = size;
	useEffect(() => store.dispatch({type: 'resized', columns, rows}), [store, columns, rows]);
	const {suspendTerminal} = useApp();
	useEffect(() => suspension?.attach(suspendTerminal), [suspension, suspendTerminal]);
	useTurning(store, isBusy(state));
	const isUnseen = isTooSmall(size);
	useInput((input, key) => {
		for (const pressed of takesText(store.get()) ? typedKeys(input, key) : singleKeys(input, key)) {
			press(store, pressed, isUnseen);
		}
	});
	// A paste is text wherever it lands: its line breaks are no Enter, and outside a field it does nothing.
	usePaste(pasted => {
		if (takesText(store.get()) && !isUnseen) {
			store.dispatch({type: 'edit', edit: {kind: 'insert', text: pasted}});
		}
	});
	return (
		<ScreenView
			draw={seen => ({
				frame: present({...state, ...seen}),
				message: state.message,
				footer: footerOf(state, seen.columns - 2),
			})}
		/>
	);
}

function takesText(state: AppState): boolean {
	return typing.includes(contextOf(state));
}

/** What can be done unseen. */
const leaving: readonly Command[] = ['quit', 'interrupt', 'set_aside'];

/** What a key asks for where it is pressed. Unseen, one can only leave. */
function press(store: Store, [input, key]: Pressed, isUnseen: boolean): void {
	const name = keyName(input, key);
	const command = name === null ? null : commandFor(contextOf(store.get()), name);
	const edit = takesText(store.get()) ? editOf(input, key) : null;
	if (command !== null && (!isUnseen || leaving.includes(command))) {
		store.dispatch({type: 'command', command});
	} else if (edit !== null && !isUnseen) {
		store.dispatch({type: 'edit', edit});
	}
}

function isBusy(state: AppState): boolean {
	return (
		state.open?.reading.kind === 'under_way' ||
		(state.screen.kind === 'start' && state.screen.opening !== null)
	);
}

/** Turns the spinner while something is under way, and only then: at rest the wizard does nothing. */
function useTurning(store: Store, busy: boolean): void {
	useEffect(() => {
		if (!busy) {
			return;
		}

		const timer = setInterval(() => store.dispatch({type: 'turned'}), turnLength);
		return () => clearInterval(timer);
	}, [store, busy]);
}
