namespace SignBridge.Recognition;

/// <summary>What became of the clips that were asked in all trials.</summary>
/// <param name="Asked">How many there were; a clip counts in every trial that asks it.</param>
/// <param name="Nearest">Nearest to the prototype of their own sign among the taught ones.</param>
/// <param name="Right">Recognised as their sign, with the rejection threshold and beside the vocabulary.</param>
/// <param name="Confused">Recognised as another taught sign.</param>
/// <param name="Vocabulary">Recognised as a sign of the vocabulary.</param>
/// <param name="Rejected">Not recognised.</param>
public sealed record EnrollmentAccuracy(int Asked, int Nearest, int Right, int Confused, int Vocabulary, int Rejected);
