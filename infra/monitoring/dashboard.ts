import { Alarm, AlarmStatusWidget, Dashboard as Board, TextWidget } from 'aws-cdk-lib/aws-cloudwatch';
import { Stack } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { rowsOf, type Watched } from './rows.ts';

/**
 * What an operator looks at after an alarm: each row has a question of the table of failures (docs/operating.md), the
 * figures that answer it, and what to do.
 */
export class Dashboard extends Construct {
  readonly name: string;

  constructor(scope: Construct, id: string, watched: Watched) {
    super(scope, id);
    const stack = Stack.of(this);
    const board = new Board(this, 'Board');
    this.name = board.dashboardName;
    const alarms = stack.node.findAll().filter((one) => one instanceof Alarm);
    board.addWidgets(new AlarmStatusWidget({ title: `Alarms of ${stack.stackName}`, alarms, width: 24, height: 4 }));
    for (const { question, todo, graphs } of rowsOf(stack, watched)) {
      const text = new TextWidget({ markdown: `### ${question}\n${todo}`, width: 6, height: 6 });
      board.addWidgets(text, ...graphs);
    }
  }
}
