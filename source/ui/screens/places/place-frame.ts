import type {AppState, Open} from '../../state/app-state.ts';
import type {PlaceScreen} from '../../state/places.ts';
import type {Frame} from '../frame.ts';
import {comparisonFrame} from './comparison.ts';
import {complianceFrame} from './compliance.ts';
import {extrasFrame} from './extras.ts';
import {historyFrame} from './history.ts';
import {reportFrame} from './report.ts';

/** A place beside the controls. */
export function placeFrame(state: AppState, open: Open, screen: PlaceScreen): Frame {
	switch (screen.kind) {
		case 'compliance': {
			return complianceFrame(state, open, screen);
		}

		case 'extras': {
			return extrasFrame(state, open, screen);
		}

		case 'history': {
			return historyFrame(state, open, screen);
		}

		case 'comparison': {
			return comparisonFrame(state, open, screen);
		}

		case 'report': {
			return reportFrame(state, open, screen);
		}
	}
}
