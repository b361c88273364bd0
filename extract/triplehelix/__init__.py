"""triplehelix: news about innovation clusters in, a knowledge graph that can be trusted and queried out."""
