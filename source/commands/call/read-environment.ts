import {keepOut} from '../../terminal/redact.ts';
import {Secret} from '../../types/secret.ts';

/** The program's variables as they were at the start; null when unset or empty. */
export type Variables = {
	readonly serviceAccount: string | null;
	readonly secret: Secret | null;
	readonly scimToken: Secret | null;
	readonly organizationId: string | null;
	readonly projectId: string | null;
	readonly baseUrl: string | null;
	readonly stateDirectory: string | null;
	readonly plain: boolean;
};

/**
Read the program's variables (contract §1) and remove the secret ones from `environment`, so that no child
process and no dump of the environment carries them on. They are kept out of every report of a problem. Names are those of the vendor's own provider.
*/
export function readEnvironment(environment: NodeJS.ProcessEnv): Variables {
	return {
		serviceAccount: text(environment, 'MIXPANEL_SERVICE_ACCOUNT'),
		secret: take(environment, 'MIXPANEL_SERVICE_ACCOUNT_SECRET'),
		scimToken: take(environment, 'MIXPANEL_SCIM_TOKEN'),
		organizationId: text(environment, 'MIXPANEL_ORGANIZATION_ID'),
		projectId: text(environment, 'MIXPANEL_PROJECT_ID'),
		baseUrl: text(environment, 'MIXPANEL_BASE_URL'),
		stateDirectory: text(environment, 'MIXPANEL_HARDEN_STATE_DIR'),
		plain: !['', '0', 'false'].includes(text(environment, 'MIXPANEL_HARDEN_PLAIN')?.toLowerCase() ?? ''),
	};
}

function text(environment: NodeJS.ProcessEnv, name: string): string | null {
	const value = environment[name]?.trim() ?? '';
	return value === '' ? null : value;
}

function take(environment: NodeJS.ProcessEnv, name: string): Secret | null {
	const value = text(environment, name);
	delete environment[name];
	if (value === null) {
		return null;
	}

	const secret = new Secret(value);
	keepOut(secret);
	return secret;
}
