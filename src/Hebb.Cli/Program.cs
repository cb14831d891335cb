return await Hebb.Cli.HebbCommand.Run(args);
