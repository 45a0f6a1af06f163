import { describe, expect, it } from 'vitest';
import { readSamples } from '../../../../../../src/sizing/calculators/cloud-controller/studies/fine-tune/read-samples.ts';
import { problemsIn, valuesIn } from './values-in.ts';

describe('readSamples', () => {
  it('finds columns by their names, whatever their order, and leaves the others out', () => {
    const text = 'time,host,system.cpu.user,Outstanding\n09:00,a,0.4,12\n09:05,b,0.5,14\n';
    expect(readSamples(text)).toMatchObject({
      kind: 'samples',
      rows: 2,
      unused: ['time', 'host'],
      missing: 0,
    });
    expect(valuesIn(text)).toEqual([
      [0.4, 0.5],
      [12, 14],
    ]);
  });

  it('reads semicolons with decimal commas, tabs, Windows line ends and a byte order mark', () => {
    expect(valuesIn('\ufeffoutstanding;cpu_user\r\n12;0,45\r\n13;0,5\r\n')).toEqual([
      [12, 13],
      [0.45, 0.5],
    ]);
    expect(valuesIn('outstanding\tcpu\n1\t.5\n2\t1e-1\n')).toEqual([
      [1, 2],
      [0.5, 0.1],
    ]);
    expect(valuesIn('"outstanding","cpu"\n"1","0,5"\n')).toEqual([[1], [0.5]]);
  });

  it('does not take commas between labels for those between columns', () => {
    const header = 'cc_requests_outstanding_total{instance="api/0",job="cc",index="0"};cpu_user';
    expect(valuesIn(`${header}\n12;0,45\n13;0,5\n`)).toEqual([
      [12, 13],
      [0.45, 0.5],
    ]);
  });

  it('takes 1.234 as what a file with decimal points means by it', () => {
    expect(valuesIn('load_avg\n1.234\n2.5\n')).toEqual([[1.234, 2.5]]);
  });

  it('counts missing values and blank rows', () => {
    const text = 'outstanding,cpu\n1,\n,0.5\nNaN,null\n\n2,n/a\n';
    expect(readSamples(text)).toMatchObject({ kind: 'samples', rows: 4, missing: 5, blankRows: 1 });
    expect(valuesIn(text)[0]).toEqual([1, Number.NaN, Number.NaN, 2]);
  });

  it('has nothing to say of an empty text', () => {
    for (const text of ['', '  \n\n', '\ufeff']) expect(readSamples(text)).toEqual({ kind: 'none' });
  });

  it.each([
    ['outstanding\n', 'There is a header, but no row of values below it.'],
    [
      '10,0.5\n12,0.6\n',
      'Row 1 has no names. Begin with a header, such as time,outstanding,cpu_user,load_avg.',
    ],
    ['a,b\n1,2\n', 'No column is known: “a”, “b”. Name at least one outstanding, cpu_user or load_avg.'],
    ['outstanding,cpu\n1,0.5\n1\n', 'Row 3: 1 value where the header names 2.'],
    [
      'outstanding,cpu\n1,0,5\n',
      'Row 2: 3 values where the header names 2; with decimal commas, separate values by semicolons.',
    ],
    [
      'outstanding;cpu\n1;0,5\n2;0.6\n',
      'Row 2 has a decimal comma, row 3 a decimal point. Use one of them, and no marks between thousands.',
    ],
    [
      'outstanding;load\n1.234,5;1\n',
      'Row 2 has a decimal comma, row 2 a decimal point. Use one of them, and no marks between thousands.',
    ],
    ['cpu_user\n62%\n', 'Row 2: “62%” is no number (cpu_user).'],
    ['outstanding\n-3\n', 'Row 2: -3 is below nought (outstanding).'],
    ['outstanding,note\n1,"open\n', 'Row 2: a quotation mark is not closed.'],
    ['outstanding\n1e999\n', 'Row 2: “1e999” is no number (outstanding).'],
    ['outstanding\n=1+1\n', 'Row 2: “=1+1” is no number (outstanding).'],
    [
      '<html><body>Not found</body></html>',
      'No column is known: “<html><body>Not found</body></html>”. Name at least one outstanding, cpu_user or load_avg.',
    ],
  ])('refuses %j with the row and the reason', (text, problem) => {
    expect(problemsIn(text)[0]).toBe(problem);
  });

  it('numbers rows as an editor does, blank lines included', () => {
    expect(problemsIn('\n\noutstanding\n1\n\nx\n')).toEqual(['Row 6: “x” is no number (outstanding).']);
  });

  it('names the first five values it cannot read and counts the others', () => {
    const found = problemsIn(`outstanding\n${'x\n'.repeat(12)}`);
    expect(found).toHaveLength(6);
    expect(found[0]).toBe('Row 2: “x” is no number (outstanding).');
    expect(found[5]).toBe('7 further values like these.');
  });

  it('reads 100,000 rows and refuses one more', () => {
    const rows = 'outstanding,cpu,load\n'.concat('12,0.5,1.5\n'.repeat(100_000));
    expect(readSamples(rows)).toMatchObject({ kind: 'samples', rows: 100_000 });
    expect(problemsIn(`${rows}1,0.1,1\n`)[0]).toBe(
      '100,001 rows are too many: at most 100,000 are read. Take a shorter time or a coarser step.',
    );
  });

  it('reads one row of a column alone, and counts the blank rows between and not those at the end', () => {
    expect(readSamples('load\n1')).toMatchObject({ rows: 1, blankRows: 0, missing: 0, unused: [] });
    expect(readSamples('load\n1\n\n\n2\n\n\n')).toMatchObject({ rows: 2, blankRows: 2 });
    expect(readSamples('\n\nload\n \n2')).toMatchObject({ rows: 1, blankRows: 1 });
    expect(readSamples('load\r1\r2\r')).toMatchObject({ rows: 2, blankRows: 0 });
  });

  it('takes off a mark of byte order only where the file begins', () => {
    expect(valuesIn('\ufeffload\n1')).toEqual([[1]]);
    expect(problemsIn('load\n1\ufeff1')).toEqual(['Row 2: “1\ufeff1” is no number (load).']);
  });

  it('reads cells in quotation marks, with the separator, marks and line ends of others in them', () => {
    expect(valuesIn('host,load\n"a,b",1\n"c ""d"", e",2\n')).toEqual([[1, 2]]);
    expect(readSamples('"ho""st",load\n"",1\n')).toMatchObject({ unused: ['ho"st'] });
    expect(problemsIn('load,"host\n1,2')).toEqual(['Row 1: a quotation mark is not closed.']);
    expect(problemsIn('\n\n"load\n1')).toEqual(['Row 3: a quotation mark is not closed.']);
    expect(problemsIn('load,host\n1,"a\nb",2')).toEqual([
      'Row 2: a quotation mark is not closed.',
      'Row 3: a quotation mark is not closed.',
    ]);
  });

  it('separates by what divides the header most, semicolons before tabs before commas', () => {
    expect(readSamples('load;cpu\thost\n1;0.5')).toMatchObject({ unused: ['cpu\thost'] });
    expect(readSamples('load\tcpu,x,y\n1\t2')).toMatchObject({ kind: 'refused' });
    expect(valuesIn('load,cpu,host\n1,0.5,a')).toEqual([[1], [0.5]]);
    // Not by what stands in quotation marks or among labels.
    expect(valuesIn('load;"a,b,c"\n1;2')).toEqual([[1]]);
    expect(valuesIn('load;"a "",b"",c"\n1;2')).toEqual([[1]]);
    expect(valuesIn('load{a="1",b="2",c="3"};x{d="4",e="5"}\n1;2')).toEqual([[1]]);
  });

  it('says what is wrong in each row it cannot read', () => {
    expect(problemsIn('load;cpu;x\n1;0.5;a\n1;0.5\nx;-0.5;\n1;0.5;a;b\n')).toEqual([
      'Row 3: 2 values where the header names 3.',
      'Row 4: “x” is no number (load).',
      'Row 4: -0.5 is below nought (cpu).',
      'Row 5: 4 values where the header names 3.',
    ]);
    expect(problemsIn('load,cpu,x\n1,0.5\n')).toEqual(['Row 2: 2 values where the header names 3.']);
  });

  it('cuts what it repeats of a file: values at 20 signs, names at 40, and names six columns', () => {
    const long = 'x'.repeat(99);
    expect(problemsIn(`load\n${long}`)).toEqual([`Row 2: “${'x'.repeat(20)}” is no number (load).`]);
    expect(problemsIn(`load{${long}\nx\n-1`)).toEqual([
      `Row 2: “x” is no number (load{${'x'.repeat(35)}).`,
      `Row 3: -1 is below nought (load{${'x'.repeat(35)}).`,
    ]);
    expect(problemsIn(`${long}, b ,c,d,e,f,g\n1`)).toEqual([
      `No column is known: “${'x'.repeat(40)}”, “b”, “c”, “d”, “e”, “f”. Name at least one outstanding, cpu_user or load_avg.`,
    ]);
  });

  it('takes a first row of numbers and times for one without names, wherever it stands', () => {
    expect(problemsIn('\n2026-11-21 09:00:00,+1.5,-2\n1,2,3')[0]).toMatch(
      /^Row 2 has no names\. Begin with a header/,
    );
    expect(problemsIn('1,x\n1,2')[0]).toMatch(/^No column is known: “1”, “x”/);
    expect(problemsIn('x1\n1')[0]).toMatch(/^No column is known/);
    expect(problemsIn('1x\n1')[0]).toMatch(/^No column is known/);
  });

  it('says where two decimal marks were first seen, and what else is wrong after it', () => {
    expect(problemsIn('load;cpu\n1;2\n1,5;1\n1,5;0.5\n1.5;x')).toEqual([
      'Row 3 has a decimal comma, row 4 a decimal point. Use one of them, and no marks between thousands.',
      'Row 5: “x” is no number (cpu).',
    ]);
  });

  it('counts one further value', () => {
    const found = problemsIn(`load\n${'x\n'.repeat(6)}`);
    expect([found.length, found[5]]).toEqual([6, '1 further value like these.']);
    expect(problemsIn(`load\n${'x\n'.repeat(5)}`)).toHaveLength(5);
  });
});
