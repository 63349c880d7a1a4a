import type {Facts, PerProject, Read, ReadFailure} from '../types/facts.ts';

/** Failures that tell of the way to the service, not of the service. */
const silences: readonly ReadFailure[] = ['network', 'timeout'];

/** Whether any question about the organization was answered; who the key belongs to is none. */
export function hasAnswers(facts: Facts): boolean {
	return outcomes(facts).includes('ok');
}

/** Whether questions were asked and not one of them came to an answer of any kind: nobody was there. */
export function isSilent(facts: Facts): boolean {
	const all = outcomes(facts);
	return all.length > 0 && all.every(outcome => silences.some(silence => silence === outcome));
}

type Outcome = Read<unknown>['outcome'];

/** What came of each request about the organization and its projects, as far as they were made. */
function outcomes(facts: Facts): readonly Outcome[] {
	const {users, teams, twoFactor, serviceAccounts, projectServiceAccounts, properties, dataViews} = facts;
	return [
		...[users, teams, twoFactor, serviceAccounts].flatMap(read => (read === undefined ? [] : [read.outcome])),
		...inProjects(projectServiceAccounts),
		...inProjects(properties),
		...inProjects(dataViews),
	];
}

/** A list of projects is no answer by itself: the first call gave it. */
function inProjects(read: Read<PerProject<unknown>> | undefined): readonly Outcome[] {
	if (read === undefined) {
		return [];
	}

	return read.outcome === 'ok' ? read.value.map(project => project.read.outcome) : [read.outcome];
}
