import type { ImportProblem, TextPlace } from '../sizing/core/import.ts';
import { counted } from '../sizing/core/number-text.ts';

interface ProblemListProps {
  readonly problems: readonly ImportProblem[];
  readonly onGoTo: (place: TextPlace) => void;
}

/** What is wrong with a file; each leads to its place in the editor. */
export function ProblemList({ problems, onGoTo }: ProblemListProps) {
  if (problems.length === 0) return null;
  return (
    <section aria-label="Problems">
      <h3>{counted(problems.length, 'problem')}</h3>
      <ul>
        {problems.map((problem) => (
          <li key={`${problem.line} ${problem.column} ${problem.message}`} data-severity={problem.severity}>
            <button type="button" onClick={() => onGoTo(problem)}>
              {problem.severity === 'error' ? 'Error' : 'Warning'}
            </button>{' '}
            {problem.message}
          </li>
        ))}
      </ul>
    </section>
  );
}
