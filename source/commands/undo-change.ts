import {guideDocument} from '../controls/guide/index.ts';
import {
	askName,
	askOrganizationName,
	askToGoOn,
	askWhichToUndo,
	isBrokenOff,
	type ListedChange,
	type PromptPlace,
} from '../prompts/undo.ts';
import type {BatchResult} from '../remediation/apply-changes.ts';
import type {ChangePreview} from '../remediation/change-plan.ts';
import {isNameOf} from '../remediation/is-name-of.ts';
import {undoables} from '../remediation/undoable.ts';
import {wrap} from '../report/check/wrap.ts';
import {openSession} from '../session/open-session.ts';
import type {Session} from '../session/session.ts';
import {makeSafe} from '../terminal/make-safe.ts';
import type {Change} from '../types/change.ts';
import {type ExitCode, exitCodes} from '../types/exit-code.ts';
import type {SafeText} from '../types/safe-text.ts';
import {tool} from '../types/tool.ts';
import {UserError} from '../types/user-error.ts';
import {organizationLabel} from '../ui/organization-label.ts';
import type {Invocation} from './invocation.ts';
import {createChanger} from './opening/create-changer.ts';
import type {Connection} from './reach/connection.ts';
import {describeReached} from './reach/describe-reached.ts';
import {type Reached, reachOrganization} from './reach/reach-organization.ts';
import {toError} from './reach/trouble.ts';
import {inTraining} from './undo.ts';

type Reach = Extract<Reached, {kind: 'reached'}>;

/**
Reach the organization, open its session, and let the person choose what to undo. Resolves to the exit code. `place` =
whether the connection leads to what a key reaches or to the training organization, brought up for this.
*/
export type UndoChange = (
	invocation: Invocation,
	connection: Connection,
	place: 'of_key' | 'training',
) => Promise<ExitCode>;

export const undoChange: UndoChange = async (invocation, connection, place) => {
	const {signal, now} = invocation;
	const reached = await reachOrganization(connection, {signal, now});
	if (reached.kind !== 'reached') {
		throw problemOf(reached, connection);
	}

	const session = await openForWriting(invocation, reached);
	try {
		if (place === 'of_key' && session.state.training !== null) {
			throw inTraining();
		}

		return await undoIn(session, reached, invocation);
	} catch (error) {
		if (isBrokenOff(error)) {
			return exitCodes.cancelled;
		}

		throw error;
	} finally {
		await session.close();
	}
};

async function undoIn(session: Session, reached: Reach, invocation: Invocation): Promise<ExitCode> {
	const {io, signal, now} = invocation;
	const {client, target, identity} = reached;
	const say = (text: string, indent: number = 0): void =>
		void io.stdout.write(`${wrap(text, Math.max(40, io.stdout.columns), indent).join('\n')}\n`);
	const place: PromptPlace = {
		signal,
		input: io.stdin,
		output: io.stdout,
		isPlain: invocation.environment.plain,
	};
	const changer = createChanger({client, session, target, identity, now});
	say(organizationLabel(target, target.name));
	for (const settled of await changer.reconcile(signal)) {
		say(settled);
	}

	const listed = undoables(session.state.changes).map(({change, why}) => listedOf(change, why));
	if (listed.every(({why}) => why !== null)) {
		for (const {label, why} of listed) {
			say(`${label}: ${why ?? ''}`, 2);
		}

		say(listed.length === 0 ? 'This program has changed nothing here.' : 'Nothing is left to undo.');
		return exitCodes.done;
	}

	const operation = await askWhichToUndo(listed, place);
	if (operation === null) {
		say('Nothing was changed.');
		return exitCodes.done;
	}

	const by = session.state.person ?? (await nameOf(session, place));
	const {plans, refused} = await changer.planUndo(operation, by, signal);
	const [plan] = plans;
	if (plan === undefined) {
		say(`${refused.join(' ')} Nothing was changed.`);
		return exitCodes.failed;
	}

	showPreview(plan.preview, say);
	if (!(await askToGoOn(plan.preview.question, place))) {
		say('Nothing was changed.');
		return exitCodes.done;
	}

	if (target.kind === 'live' && !isNameOf(await askOrganizationName(target, place), target.name)) {
		say('That is not its name. Nothing was changed.');
		return exitCodes.done;
	}

	say('Sending once, and reading again …');
	const result = await changer.apply([plan], {signal, onProgress: () => undefined});
	return tell(result, say);
}

function listedOf(change: Change, why: string | null): ListedChange {
	const {operation, resource, desired, at} = change;
	const what = desired['sensitive'] === true ? 'classified' : 'mark taken off';
	const [project = ''] = resource.id.split(':');
	const when = `${at.slice(0, 16).replace('T', ' ')} UTC`;
	return {
		operation,
		label: `${when} · ${resource.name} ${what} in project ${makeSafe(project, 40)}, by ${change.by}`,
		why,
	};
}

async function nameOf(session: Session, place: PromptPlace): Promise<SafeText> {
	const name = makeSafe(await askName(place));
	await session.append({type: 'person_named', name});
	return name;
}

function showPreview(preview: ChangePreview, say: (text: string, indent?: number) => void): void {
	say(preview.heading);
	say(preview.where, 2);
	say(`Now: ${preview.now}.`, 2);
	say(`After: ${preview.after}.`, 2);
	for (const consequence of preview.consequences) {
		say(consequence, 2);
	}

	say(`To take this back: ${preview.undo}`, 2);
	say('Sends', 2);
	for (const line of preview.sends) {
		say(line, 4);
	}
}

function tell(result: BatchResult, say: (text: string) => void): ExitCode {
	if (result.kind === 'refused') {
		say(result.why);
		return exitCodes.failed;
	}

	const {done, failed, isCancelled} = result;
	const ended = failed ?? done[0];
	if (ended === undefined) {
		say('Cancelled. Nothing was changed.');
		return exitCodes.cancelled;
	}

	say(`${failed === null ? 'Undone.' : 'Not undone.'} ${ended.detail}`);
	if (ended.problem !== null) {
		throw ended.problem;
	}

	return failed === null ? exitCodes.done : isCancelled ? exitCodes.cancelled : exitCodes.failed;
}

async function openForWriting(invocation: Invocation, {target}: Reach): Promise<Session> {
	const opened = await openSession({
		stateDirectory: invocation.environment.stateDirectory,
		target,
		tool: {version: tool.version, guideVersion: guideDocument.version},
		now: invocation.now,
	});
	switch (opened.kind) {
		case 'open': {
			return opened.session;
		}

		case 'held': {
			throw new UserError('This session is open in another wizard.', {
				why: `Process ${opened.holder.pid ?? 'unknown'} on ${opened.holder.host ?? 'an unknown machine'} has it, and a change has to be recorded there.`,
				next: 'Undo it in that wizard, or leave it first.',
				exitCode: exitCodes.state,
			});
		}

		case 'damaged': {
			await opened.close();
			throw new UserError('The journal of this session is damaged.', {
				why: 'Which changes were made cannot be told for certain.',
				next: 'Start mixpanel-harden, mend the journal there, and try again.',
				exitCode: exitCodes.state,
			});
		}

		case 'newer':
		case 'failed': {
			throw opened.error;
		}
	}
}

function problemOf(reached: Exclude<Reached, Reach>, connection: Connection): UserError {
	const exitCode = {
		refused: exitCodes.denied,
		unanswered: exitCodes.unreachable,
		several: exitCodes.usage,
		none: exitCodes.usage,
		not_listed: exitCodes.usage,
	}[reached.kind];
	return toError(describeReached(reached, connection), exitCode);
}
