import {makeSafe} from '../terminal/make-safe.ts';
import type {Control} from '../types/control.ts';
import type {Facts, User} from '../types/facts.ts';
import type {Target} from '../types/target.ts';

export type RescueRequest = {
	/** What was read; without a list of users the Owners are unknown. */
	readonly facts: Facts;
	readonly target: Target;
	readonly control: Pick<Control, 'id' | 'shortTitle' | 'clickGroups' | 'lockOutWarnings' | 'undo'>;
};

/** Whether something in this control can lock people out, so that the sheet comes first. */
export function needsRescueSheet(control: Pick<Control, 'clickGroups'>): boolean {
	return control.clickGroups.some(({clicks}) => clicks.some(({lockOut}) => lockOut));
}

/**
What to have at hand before anything that can lock people out: who the Owners are, how each step is taken back, recovery
codes, support. Plain text for a screen or a file, unwrapped; ends with a line end.
*/
export function rescueSheet({facts, target, control}: RescueRequest): string {
	const training = target.kind === 'simulated' ? ' · TRAINING' : '';
	const lines = [
		`RESCUE SHEET · ${control.id} ${control.shortTitle}${training}`,
		...(target.kind === 'byHand'
			? []
			: [
					`${target.name === '' ? 'Organization' : makeSafe(target.name)} · ${makeSafe(target.organizationId)}`,
				]),
		'Save or print this where you can read it without Mixpanel and without your identity provider.',
		...part('Have ready before you begin', ready(control.id)),
		...part('Owners, who can take it back', owners(facts)),
		...part('What can lock people out', control.lockOutWarnings),
		...part('How each step is taken back', undoLines(control)),
		...part('How the whole is taken back', control.undo),
		...part('Locked out yourself', lockedOut(control.id)),
		...part('When nobody gets in any more', [
			'Mixpanel support: https://mixpanel.com/get-support. Write from the address of an Owner.',
			`Name the organization${target.kind === 'byHand' ? '' : `, id ${makeSafe(target.organizationId)}`}, what was switched and when. They have to make sure who you are, and that takes time.`,
			'With no Owner left, nobody but support can help.',
		]),
	];
	return `${lines.join('\n')}\n`;
}

function part(title: string, lines: readonly string[]): readonly string[] {
	return lines.length === 0 ? [] : ['', title, ...lines.map(line => `  - ${line}`)];
}

function ready(control: Control['id']): readonly string[] {
	return [
		'Two Owners at their desks, each logged in and able to reach the other by phone.',
		'A second browser window for the test; the first one stays logged in until the end.',
		...(control === '1.1'
			? [
					'For two Owners a Mixpanel password in the vault or a passkey, tried today in a private window.',
					'The list of guests whose e-mail domain is not claimed.',
					'Somebody who can mend the app in the identity provider at once.',
				]
			: []),
		...(control === '1.2'
			? [
					'Your own Mixpanel password: turning the switch off asks for it.',
					'Your recovery codes in a password manager, and those of a second Owner.',
				]
			: []),
		...(control === '2.3'
			? [
					'A list of who has which role now, to give it back.',
					'Passkey and recovery codes of each Owner who stays.',
				]
			: []),
	];
}

function owners({users}: Facts): readonly string[] {
	if (users === undefined) {
		return [
			'Not known: the users were not read. Look at Settings → Org → Users & Teams → Users, and write them down here.',
		];
	}

	if (users.outcome !== 'ok') {
		return [
			`Not known: ${users.reason} Look at Settings → Org → Users & Teams → Users, and write them down here.`,
		];
	}

	const found = users.value.users.filter(({role, invited}) => role === 'owner' && invited !== true);
	if (found.length === 0) {
		return ['None was found. Stop here, and make sure that there is one who gets in.'];
	}

	return [
		...found.map(nameOf),
		...(found.length === 1 ? ['Only one: make a second Owner before you go on.'] : []),
	];
}

function nameOf({name, email}: User): string {
	return name === '' || name === email ? email : `${name}, ${email}`;
}

function undoLines({clickGroups}: RescueRequest['control']): readonly string[] {
	return clickGroups.flatMap(({clicks}) =>
		clicks
			.filter(({lockOut}) => lockOut)
			.map(({id, path, label, undo, role}) => {
				const where = label ?? path.at(-1) ?? `by ${role}`;
				const way = path.length === 0 ? '' : ` (${path.join(' → ')})`;
				return `${id} ${where}${way}: ${undo ?? 'cannot be undone.'}`;
			}),
	);
}

function lockedOut(control: Control['id']): readonly string[] {
	const codes = 'Lost the second factor: at the login choose "Need help? Use a recovery code to sign in".';
	const reset =
		'No recovery codes: another Owner or Admin opens Access Security, tab 2FA, and uses Reset Two-Factor Authorization.';
	const password =
		'Single sign-on fails: an Owner or Admin logs in at https://mixpanel.com/login with password or passkey, and turns Require Single Sign-On off.';
	const role = 'Role lost: another Owner gives it back under Users & Teams.';
	switch (control) {
		case '1.1':
		case '1.3': {
			return [password, codes];
		}

		case '1.2': {
			return [
				codes,
				reset,
				'With single sign-on: whoever looks after the identity provider resets the factor there.',
			];
		}

		default: {
			return [role, codes, reset];
		}
	}
}
