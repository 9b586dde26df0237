"""The paragraphs around the lines of examples: a line is judged by its place too."""

STORY = (
    "Le maire de Vercourt, Paul Aubrac, a annoncé mardi la fermeture du pont de l’Aulne, jugé "
    "dangereux par les services de l’État depuis l’hiver dernier."
)
SEQUEL = (
    "Un bac gratuit relie les deux rives depuis jeudi, et les écoliers de Vercourt traversent en "
    "car par le barrage, à vingt kilomètres de là, matin et soir."
)
