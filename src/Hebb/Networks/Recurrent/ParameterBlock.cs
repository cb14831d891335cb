namespace Hebb.Networks.Recurrent;

/// <summary>A matrix among the parameters of a network; biases are a matrix of one row.</summary>
/// <param name="Name">Its name in files: lower case with underscores.</param>
/// <param name="Rows">How many rows; at least 1.</param>
/// <param name="Columns">Numbers a row; at least 1.</param>
public readonly record struct ParameterBlock(string Name, int Rows, int Columns);
