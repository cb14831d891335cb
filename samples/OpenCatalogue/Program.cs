using Hebb.Cli;
using OpenCatalogue;

return await HebbCommand.Run(args, Additions.To);
