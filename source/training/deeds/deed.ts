import type {PlantedProperty} from '../scenarios/scenario.ts';

/** Something a person does on Mixpanel's own pages, where the API has no route for it. Things are named by their planted key. */
export type Deed =
	| {readonly type: 'give_role'; readonly person: string; readonly role: string}
	| {readonly type: 'remove_person'; readonly person: string}
	| {readonly type: 'delete_service_account'; readonly account: string}
	/** The project starts to send a property it did not send before. */
	| {readonly type: 'send_property'; readonly project: string; readonly property: PlantedProperty}
	| {
			readonly type: 'classify_property';
			readonly project: string;
			readonly property: Pick<PlantedProperty, 'name' | 'resourceType'>;
			readonly sensitive: boolean;
	  };

/** A deed of a colleague, so many days after the organization was planted. */
export type LaterDeed = {readonly afterDays: number; readonly deed: Deed};
