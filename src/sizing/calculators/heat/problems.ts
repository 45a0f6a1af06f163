import { counted, numberText } from '../../core/number-text.ts';
import type { HeatInputs, HeatParams } from './params.ts';

/** Fields that contradict one another. */
export function problemsOf(
  inputs: HeatInputs,
): readonly { readonly field: keyof HeatParams & string; readonly message: string }[] {
  const found: { field: keyof HeatParams & string; message: string }[] = [];
  if (inputs.longestChain > inputs.resources) {
    found.push({
      field: 'longestChain',
      message: `Longest chain cannot exceed the ${counted(inputs.resources, 'resource')}.`,
    });
  }
  if (inputs.leaves !== null && inputs.leaves > inputs.resources) {
    found.push({
      field: 'leaves',
      message: `Resources that wait for nothing cannot exceed the ${counted(inputs.resources, 'resource')}.`,
    });
  }
  if (inputs.maxConnections !== null && inputs.otherConnections > inputs.maxConnections) {
    found.push({
      field: 'otherConnections',
      message: `Other services use more than max_connections, ${numberText(inputs.maxConnections)}.`,
    });
  }
  return found;
}
